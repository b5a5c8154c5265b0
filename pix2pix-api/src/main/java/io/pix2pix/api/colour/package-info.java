/** Colours: sRGB, and CIE L*a*b*. */
@NullMarked
package io.pix2pix.api.colour;

import org.jspecify.annotations.NullMarked;
