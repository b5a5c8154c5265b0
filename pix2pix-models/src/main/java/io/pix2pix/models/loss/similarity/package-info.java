/**
 * Structural similarity: losses that compare what a window sees.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.loss.similarity;

import org.jspecify.annotations.NullMarked;
