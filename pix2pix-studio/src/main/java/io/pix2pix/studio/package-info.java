/**
 * A page on which people draw conditions and see what generators make of them.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.studio;

import org.jspecify.annotations.NullMarked;
