/**
 * One training over several processes: the cluster that they form, TensorFlow's runtime that
 * carries sums between them, and what they tell each other before the first step.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.workers;

import org.jspecify.annotations.NullMarked;
