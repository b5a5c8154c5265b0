/** Measures what a run has learned. */
@NullMarked
package io.pix2pix.bench.evaluation;

import org.jspecify.annotations.NullMarked;
