package io.pix2pix.models.loss;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.FullObjective;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.ParameterGroup;
import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What penalties on D's slope share. The slope is that of the mean of an image's logits, over all
 * patches and scales: this mean is what the objectives look at. It is taken with respect to the
 * image alone, not the condition.
 *
 * @param name of the loss, for messages
 */
record DiscriminatorGradientPenalty(String name) {

  /**
   * The squared length of the gradient of D's mean logit with respect to each image.
   *
   * @param image {@code [n, h, w, c]}
   * @return {@code [n]}, at least 0
   */
  Operand<TFloat32> squaredSlope(LossContext context, Operand<TFloat32> image) {
    var tf = context.tf();
    var scales =
        context.discriminator().output(new ConditionedImage(context.condition(), image)).scales();
    var means =
        scales.stream()
            .map(scale -> sumOfMeans(tf, scale, scales.size()))
            .collect(ImmutableList.toImmutableList());
    var sum = means.size() == 1 ? means.get(0) : tf.math.addN(means);
    var gradient = context.gradients().of(sum, ImmutableList.of(image)).get(0);
    return tf.reduceSum(tf.math.square(gradient), tf.constant(new int[] {1, 2, 3}));
  }

  /** The penalty is a part of D's objective, which is halved as a whole (paper, section 3.4). */
  Weight halved(Weight weight) {
    return (tf, step) -> tf.math.mul(weight.at(tf, step), tf.constant(0.5f));
  }

  /**
   * @throws IllegalArgumentException if nothing else trains D, or D looks at several images at once
   */
  void check(FullObjective objective) {
    checkArgument(
        objective.trains(ParameterGroup.DISCRIMINATOR),
        "losses: %s bounds a discriminator that another loss trains, but none does; add {name:"
            + " adversarial}",
        name);
    checkArgument(
        !objective.discriminator().mixesImages(),
        "losses: %s looks at D's slope at single images, but batch normalization mixes them; give"
            + " the discriminator normalization: instance, group, layer or none",
        name);
  }

  /** Each image has its own slope, so that the sum over images has all of them. */
  private static Operand<TFloat32> sumOfMeans(Ops tf, DiscriminatorOutput.Scale scale, int scales) {
    var logits = scale.logits();
    long patches = logits.shape().get(1) * logits.shape().get(2);
    var axes = new int[logits.shape().numDimensions()];
    Arrays.setAll(axes, i -> i);
    var sum = tf.reduceSum(logits, tf.constant(axes));
    return tf.math.mul(sum, tf.constant(1f / (patches * scales)));
  }
}
