/**
 * Measures what a run has learned.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.evaluation;

import org.jspecify.annotations.NullMarked;
