/**
 * What is timed, in a process of its own that is asked by lines of JSON.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.job;

import org.jspecify.annotations.NullMarked;
