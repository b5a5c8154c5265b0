/** Structural similarity: losses that compare what a window sees. */
@NullMarked
package io.pix2pix.models.loss.similarity;

import org.jspecify.annotations.NullMarked;
