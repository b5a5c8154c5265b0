package io.pix2pix.train.optimizer;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.plugin.Setting;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * RMSProp (Tieleman and Hinton 2012), as PyTorch's: {@code s = decay s + (1 - decay) gradient^2},
 * and the parameter changes by {@code -rate gradient / (sqrt(s) + epsilon)}. TensorFlow's own adds
 * epsilon within the root, so it is written out here. The default learning rate is that of the
 * Wasserstein GAN (Arjovsky et al. 2017).
 *
 * @param learningRate step size
 * @param decay of the mean of squared gradients
 * @param epsilon keeps the division finite
 */
public record RootMeanSquare(
    @Setting(value = "0.00005", min = 0, meaning = "step size") double learningRate,
    @Setting(
            value = "0.99",
            min = 0,
            max = 0.9999999,
            meaning = "decay of the mean of squared gradients")
        double decay,
    @Setting(value = "1.0e-8", min = 0, meaning = "keeps the division finite") double epsilon)
    implements Optimizer {

  @Override
  public ImmutableList<Op> update(
      Ops tf,
      Slots slots,
      ImmutableList<Gradient> gradients,
      Operand<TFloat32> learningRate,
      Operand<TInt64> update) {
    return gradients.stream()
        .flatMap(gradient -> changes(tf, slots, gradient, learningRate).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private List<Op> changes(Ops tf, Slots slots, Gradient gradient, Operand<TFloat32> learningRate) {
    var slot = slots.slot("square", gradient.parameter());
    var before = tf.readVariableOp(slot.handle(), TFloat32.class);
    var change = tf.math.sub(tf.math.square(gradient.value()), before);
    var square = tf.math.add(before, tf.math.mul(change, tf.constant((float) (1 - decay))));
    var root = tf.math.add(tf.math.sqrt(square), tf.constant((float) epsilon));
    var move = tf.math.mul(learningRate, tf.math.div(gradient.value(), root));
    return List.of(
        tf.assignVariableOp(slot.handle(), square),
        tf.assignSubVariableOp(gradient.parameter().handle(), move));
  }
}
