/**
 * What a driver is asked to do: values that travel between processes. Nothing here knows more than
 * Java.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.spark.job;

import org.jspecify.annotations.NullMarked;
