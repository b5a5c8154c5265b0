/**
 * Images as values: height, width, channels, and floats in {@code [-1, 1]}.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.image;

import org.jspecify.annotations.NullMarked;
