/** Pairs in the columns of Parquet files, read in place. */
@NullMarked
package io.pix2pix.parquet;

import org.jspecify.annotations.NullMarked;
