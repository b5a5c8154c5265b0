/**
 * Cell tasks: what one is, where they run, and what they tell.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.study.execution;

import org.jspecify.annotations.NullMarked;
