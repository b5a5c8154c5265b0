/** Generators as TensorFlow SavedModels, for programs that know nothing of this product. */
@NullMarked
package io.pix2pix.train.savedmodel;

import org.jspecify.annotations.NullMarked;
