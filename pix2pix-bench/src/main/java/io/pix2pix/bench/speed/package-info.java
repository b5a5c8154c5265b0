/**
 * How fast this product is on this machine, beside an opponent.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed;

import org.jspecify.annotations.NullMarked;
