/** A TensorFlow SavedModel of the user's, with its weights frozen, as a part of our own graph. */
@NullMarked
package io.pix2pix.models.savedmodel;

import org.jspecify.annotations.NullMarked;
