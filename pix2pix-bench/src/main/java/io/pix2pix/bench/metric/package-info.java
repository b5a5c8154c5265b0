/**
 * Values of generated images against their targets: one idea, one file.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.metric;

import org.jspecify.annotations.NullMarked;
