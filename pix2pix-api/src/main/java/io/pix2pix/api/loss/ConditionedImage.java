package io.pix2pix.api.loss;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What a discriminator is shown: an image, real or not, and the condition that it belongs to.
 *
 * @param condition {@code [n, h, w, c]}, in {@code [-1, 1]}
 * @param image {@code [n, h, w, c']}, in {@code [-1, 1]}
 */
public record ConditionedImage(Operand<TFloat32> condition, Operand<TFloat32> image) {}
