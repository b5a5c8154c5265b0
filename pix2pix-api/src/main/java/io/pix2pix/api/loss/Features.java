package io.pix2pix.api.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What a loss compares of two images instead of their pixels: feature maps. */
@Role(value = "features", meaning = "what a loss compares of two images")
public interface Features {

  /**
   * The feature maps of images: maps of the same shapes for images of the same shape.
   *
   * @param context where the loss looks
   * @param sample images, and the conditions that they belong to
   * @return at least one {@code [n, h_i, w_i, c_i]}, in any range
   * @throws IllegalArgumentException if the images are too small
   */
  ImmutableList<Operand<TFloat32>> of(LossContext context, ConditionedImage sample);

  /**
   * Whether there are such features in an experiment: asked before anything runs.
   *
   * @param objective of the experiment
   * @throws IllegalArgumentException if there are not; the message says what is wrong, and what
   *     would be right
   */
  default void check(FullObjective objective) {}
}
