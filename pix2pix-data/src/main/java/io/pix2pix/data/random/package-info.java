/**
 * Chance that follows from a seed.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.random;

import org.jspecify.annotations.NullMarked;
