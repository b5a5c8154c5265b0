/**
 * Generators as ONNX models, for programs that know neither this product nor TensorFlow.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.onnx;

import org.jspecify.annotations.NullMarked;
