/**
 * Keeps the processes of a training alive: all of them run, or none.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.supervision;

import org.jspecify.annotations.NullMarked;
