/**
 * From the graph of TensorFlow to that of ONNX, operation by operation.
 *
 * <p>TensorFlow has the channels of feature maps last, ONNX has them before height and width. A
 * feature map can be had in either layout, and is transposed only where both are asked for.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.onnx.conversion;

import org.jspecify.annotations.NullMarked;
