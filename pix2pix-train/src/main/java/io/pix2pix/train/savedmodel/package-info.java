/**
 * Generators as TensorFlow SavedModels, for programs that know nothing of this product.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.savedmodel;

import org.jspecify.annotations.NullMarked;
