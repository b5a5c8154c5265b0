/**
 * One experiment in, one run out: graph, loop, checkpoints, translation.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train;

import org.jspecify.annotations.NullMarked;
