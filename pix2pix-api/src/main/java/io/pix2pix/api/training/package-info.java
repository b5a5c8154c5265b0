/**
 * How a run trains: optimizers, schedules, gradient clipping and what is written when.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.training;

import org.jspecify.annotations.NullMarked;
