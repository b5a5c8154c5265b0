/** Metrics at work: evidence of each image, figures of the set, and how sure they are. */
@NullMarked
package io.pix2pix.train.measure;

import org.jspecify.annotations.NullMarked;
