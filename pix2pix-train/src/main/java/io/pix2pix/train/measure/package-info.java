/** Metrics at work: statistics of each image, values of the set, and their intervals. */
@NullMarked
package io.pix2pix.train.measure;

import org.jspecify.annotations.NullMarked;
