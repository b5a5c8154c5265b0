/**
 * Whether memory and speed stay the same while much work is done.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.endurance;

import org.jspecify.annotations.NullMarked;
