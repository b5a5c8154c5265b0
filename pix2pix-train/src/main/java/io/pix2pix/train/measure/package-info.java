/**
 * Metrics at work: statistics of each image, values of the set, and their intervals.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.measure;

import org.jspecify.annotations.NullMarked;
