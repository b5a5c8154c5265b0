/**
 * The words of an experiment: the roles that plug-ins play, and the records that compose them.
 *
 * <p>Conventions that hold in every package: tensors are NHWC {@code float32}, so an image batch is
 * {@code [n, h, w, c]}; images have values in {@code [-1, 1]}. The condition {@code x} is what the
 * generator is given, the target {@code y} what it should have produced, and {@code G(x)} what it
 * did produce.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api;

import org.jspecify.annotations.NullMarked;
