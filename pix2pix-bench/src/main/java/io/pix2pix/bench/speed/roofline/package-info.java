/**
 * How near each layer comes to what the machine can do.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.roofline;

import org.jspecify.annotations.NullMarked;
