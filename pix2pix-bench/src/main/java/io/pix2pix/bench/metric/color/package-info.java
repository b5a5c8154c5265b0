/**
 * The colors of sets of images, in Lab.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.metric.color;

import org.jspecify.annotations.NullMarked;
