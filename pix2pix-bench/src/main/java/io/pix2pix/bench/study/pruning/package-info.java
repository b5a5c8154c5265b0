/**
 * Pruning: which cells of a study end early, as what validation measures says.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.study.pruning;

import org.jspecify.annotations.NullMarked;
