/**
 * What a check of a data set has found, as a page and as JSON.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.data;

import org.jspecify.annotations.NullMarked;
