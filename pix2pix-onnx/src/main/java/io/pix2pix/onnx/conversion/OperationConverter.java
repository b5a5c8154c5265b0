package io.pix2pix.onnx.conversion;

import com.google.common.collect.ImmutableSet;

/**
 * Says operations of TensorFlow in ONNX. A jar with a generator that needs others names its
 * converters in {@code META-INF/services/io.pix2pix.onnx.conversion.OperationConverter}; they go
 * before those of here.
 */
public interface OperationConverter {

  /** What TensorFlow calls them, for example {@code Conv2D}. */
  ImmutableSet<String> kinds();

  /**
   * Adds nodes that give the first result of an operation, and says which one is it.
   *
   * @param operation one of these kinds, whose inputs are converted
   * @param graph where nodes go
   * @throws io.pix2pix.api.error.InvalidInputException if ONNX has no counterpart of it
   */
  void convert(SourceOperation operation, OnnxGraph graph);
}
