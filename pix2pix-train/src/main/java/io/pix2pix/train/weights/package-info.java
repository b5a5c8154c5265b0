/** Named tensors in files, in the safetensors format. */
@NullMarked
package io.pix2pix.train.weights;

import org.jspecify.annotations.NullMarked;
