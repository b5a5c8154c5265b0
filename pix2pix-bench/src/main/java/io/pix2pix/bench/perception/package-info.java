/** The perceptual study: people tell generated images from real ones. */
@NullMarked
package io.pix2pix.bench.perception;

import org.jspecify.annotations.NullMarked;
