/** Losses that compare feature maps: of pixels, of D, of random convolutions. */
@NullMarked
package io.pix2pix.models.loss.feature;

import org.jspecify.annotations.NullMarked;
