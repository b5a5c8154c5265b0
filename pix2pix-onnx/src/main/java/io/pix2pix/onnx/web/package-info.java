/**
 * A generator in a page that runs it in the browser of whoever opens it, with ONNX Runtime Web.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.onnx.web;

import org.jspecify.annotations.NullMarked;
