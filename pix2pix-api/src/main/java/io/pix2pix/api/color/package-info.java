/** Colors: sRGB, and CIE L*a*b*. */
@NullMarked
package io.pix2pix.api.color;

import org.jspecify.annotations.NullMarked;
