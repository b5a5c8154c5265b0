/**
 * Distances between sets of images in the feature space of a network that the user brings.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.metric.feature;

import org.jspecify.annotations.NullMarked;
