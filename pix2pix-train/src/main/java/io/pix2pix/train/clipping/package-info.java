/**
 * How gradients are bounded before an optimizer sees them.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.clipping;

import org.jspecify.annotations.NullMarked;
