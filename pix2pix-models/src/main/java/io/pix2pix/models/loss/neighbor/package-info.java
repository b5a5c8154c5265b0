/** Losses that judge a pixel by those around it. */
@NullMarked
package io.pix2pix.models.loss.neighbor;

import org.jspecify.annotations.NullMarked;
