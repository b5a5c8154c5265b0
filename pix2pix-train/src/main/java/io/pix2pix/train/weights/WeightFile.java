package io.pix2pix.train.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;

/**
 * Named tensors in a file, which are read one by one. Safe for use by several threads until one
 * closes it.
 */
public interface WeightFile extends AutoCloseable {

  /** Where it lies. */
  Path path();

  /** The names of all tensors. */
  ImmutableSet<String> names();

  /**
   * Lengths of the dimensions of a tensor; empty for a scalar.
   *
   * @throws InvalidInputException if there is no such tensor
   */
  ImmutableList<Long> shape(String name);

  /**
   * All elements of a tensor of floats of any width, row by row.
   *
   * @throws InvalidInputException if there is no such tensor, or it is of another type
   */
  float[] floats(String name);

  @Override
  void close();
}
