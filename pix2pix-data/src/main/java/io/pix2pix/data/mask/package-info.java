/**
 * Masks of pairs: which pixels of a target count in losses and metrics.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.mask;

import org.jspecify.annotations.NullMarked;
