/**
 * How the learning rate changes in the course of a training.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.schedule;

import org.jspecify.annotations.NullMarked;
