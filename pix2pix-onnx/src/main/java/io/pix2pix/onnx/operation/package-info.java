/**
 * What each kind of operation is in ONNX.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.onnx.operation;

import org.jspecify.annotations.NullMarked;
