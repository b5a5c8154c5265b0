/**
 * The processes that are timed: ours, and the opponent's.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.contender;

import org.jspecify.annotations.NullMarked;
