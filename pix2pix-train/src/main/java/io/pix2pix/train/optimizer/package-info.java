/**
 * How gradients change weights.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.optimizer;

import org.jspecify.annotations.NullMarked;
