/**
 * Colors: sRGB, and CIE L*a*b*.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.color;

import org.jspecify.annotations.NullMarked;
