/** The colors of sets of images, in Lab. */
@NullMarked
package io.pix2pix.bench.metric.color;

import org.jspecify.annotations.NullMarked;
