/** Measures what a run has learnt. */
@NullMarked
package io.pix2pix.bench.evaluation;

import org.jspecify.annotations.NullMarked;
