/**
 * A TensorFlow SavedModel of the user's, with its weights frozen, as a part of our own graph.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.savedmodel;

import org.jspecify.annotations.NullMarked;
