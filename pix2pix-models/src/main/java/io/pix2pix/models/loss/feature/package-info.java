/**
 * Losses that compare feature maps: of pixels, of D, of random convolutions.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.loss.feature;

import org.jspecify.annotations.NullMarked;
