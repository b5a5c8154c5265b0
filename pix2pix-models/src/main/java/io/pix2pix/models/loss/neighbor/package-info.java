/**
 * Losses that judge a pixel by those around it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.loss.neighbor;

import org.jspecify.annotations.NullMarked;
