/** Patches of sets of images, at several scales. */
@NullMarked
package io.pix2pix.bench.metric.patch;

import org.jspecify.annotations.NullMarked;
