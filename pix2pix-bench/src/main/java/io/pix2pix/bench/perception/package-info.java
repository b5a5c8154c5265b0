/**
 * The perceptual study: people tell generated images from real ones.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.perception;

import org.jspecify.annotations.NullMarked;
