/**
 * Pairs that a list names: a CSV file or lines of JSON.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.list;

import org.jspecify.annotations.NullMarked;
