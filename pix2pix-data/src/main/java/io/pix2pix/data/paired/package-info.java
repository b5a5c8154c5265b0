/**
 * Pairs that share a picture: one half is the condition, the other the target.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.paired;

import org.jspecify.annotations.NullMarked;
