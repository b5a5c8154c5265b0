/** Named tensors in files; those of this product are in the safetensors format. */
@NullMarked
package io.pix2pix.train.weights;

import org.jspecify.annotations.NullMarked;
