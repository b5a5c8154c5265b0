/** Images as values: height, width, channels, and floats in {@code [-1, 1]}. */
@NullMarked
package io.pix2pix.api.image;

import org.jspecify.annotations.NullMarked;
