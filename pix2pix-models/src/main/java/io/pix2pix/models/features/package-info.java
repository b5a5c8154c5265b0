/**
 * What losses compare of two images instead of their pixels.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.features;

import org.jspecify.annotations.NullMarked;
