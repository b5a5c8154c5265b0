/**
 * Named tensors in files; those of this product are in the safetensors format.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.weights;

import org.jspecify.annotations.NullMarked;
