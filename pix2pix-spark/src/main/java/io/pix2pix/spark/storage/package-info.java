/**
 * Files on the file systems that Hadoop knows, without renaming anything there: object stores
 * cannot.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.spark.storage;

import org.jspecify.annotations.NullMarked;
