/**
 * Pairs in the columns of Parquet files, read in place.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.parquet;

import org.jspecify.annotations.NullMarked;
