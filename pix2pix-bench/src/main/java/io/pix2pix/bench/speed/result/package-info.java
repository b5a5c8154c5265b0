/**
 * Results of a benchmark: kept, read again and compared.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.result;

import org.jspecify.annotations.NullMarked;
