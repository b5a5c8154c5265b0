/**
 * The works of the benchmark, and how each is measured.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.work;

import org.jspecify.annotations.NullMarked;
