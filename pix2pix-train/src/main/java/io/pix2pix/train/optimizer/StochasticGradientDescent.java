package io.pix2pix.train.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyMomentum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Stochastic gradient descent with momentum, as PyTorch's {@code SGD}: {@code v = momentum v +
 * gradient}, and the parameter changes by {@code -rate v}; with Nesterov's look ahead by {@code
 * -rate (gradient + momentum v)}.
 *
 * @param learningRate step size
 * @param momentum how much of the last change is kept
 * @param nesterov whether it looks ahead
 */
public record StochasticGradientDescent(
    @Setting(value = "0.01", min = 0, meaning = "step size") double learningRate,
    @Setting(
            value = "0.9",
            min = 0,
            max = 0.9999999,
            meaning = "how much of the last change is kept")
        double momentum,
    @Setting(value = "false", meaning = "whether momentum looks ahead (Nesterov)") boolean nesterov)
    implements Optimizer {

  /**
   * @throws IllegalArgumentException if it is to look ahead without momentum
   */
  public StochasticGradientDescent {
    checkArgument(
        !nesterov || momentum > 0,
        "nesterov looks ahead along the momentum, which is 0; give a momentum such as 0.9");
  }

  @Override
  public ImmutableList<Op> update(
      Ops tf,
      Slots slots,
      ImmutableList<Gradient> gradients,
      Operand<TFloat32> learningRate,
      Operand<TInt64> update) {
    return gradients.stream()
        .map(
            gradient ->
                momentum == 0
                    ? plain(tf, gradient, learningRate)
                    : withMomentum(tf, slots, gradient, learningRate))
        .collect(ImmutableList.toImmutableList());
  }

  private static Op plain(Ops tf, Gradient gradient, Operand<TFloat32> learningRate) {
    var handle = gradient.parameter().handle();
    return tf.train.resourceApplyGradientDescent(handle, learningRate, gradient.value());
  }

  private Op withMomentum(Ops tf, Slots slots, Gradient gradient, Operand<TFloat32> learningRate) {
    var parameter = gradient.parameter();
    return tf.train.resourceApplyMomentum(
        parameter.handle(),
        slots.slot("momentum", parameter).handle(),
        learningRate,
        gradient.value(),
        tf.constant((float) momentum),
        ResourceApplyMomentum.useNesterov(nesterov));
  }
}
