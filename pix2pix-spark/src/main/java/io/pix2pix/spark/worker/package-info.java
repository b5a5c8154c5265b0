/**
 * What happens on workers: tasks, and the pix2pix processes that they start.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.spark.worker;

import org.jspecify.annotations.NullMarked;
