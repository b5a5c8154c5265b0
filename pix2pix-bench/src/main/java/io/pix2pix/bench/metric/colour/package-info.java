/** The colours of sets of images, in Lab. */
@NullMarked
package io.pix2pix.bench.metric.colour;

import org.jspecify.annotations.NullMarked;
