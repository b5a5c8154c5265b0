/**
 * Patches of sets of images, at several scales.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.metric.patch;

import org.jspecify.annotations.NullMarked;
