/**
 * The ONNX model of a run's generator: the message itself, before a layout writes it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.onnx.model;

import org.jspecify.annotations.NullMarked;
