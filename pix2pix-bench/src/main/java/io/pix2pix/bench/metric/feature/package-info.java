/** Distances between sets of images in the feature space of a network that the user brings. */
@NullMarked
package io.pix2pix.bench.metric.feature;

import org.jspecify.annotations.NullMarked;
