package io.pix2pix.api.pytorch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * Names and shapes of the tensors in a file of the public PyTorch port.
 *
 * @param shapes by name, for example {@code model.model.0.weight}; kernels are {@code [out, in,
 *     height, width]}, those of transposed convolutions {@code [in, out, height, width]}
 */
public record StateDictShapes(ImmutableMap<String, ImmutableList<Long>> shapes) {

  /** Whether there is such a tensor. */
  public boolean has(String name) {
    return shapes.containsKey(name);
  }

  /** Whether there is a kernel of that edge, in pixels. */
  public boolean hasKernel(String name, int edge) {
    var shape = shapes.getOrDefault(name, ImmutableList.of());
    return shape.size() == 4
        && shape.get(2) == edge
        && shape.get(3) == edge
        && shape.stream().allMatch(length -> length >= 1 && length <= Integer.MAX_VALUE);
  }

  /**
   * A length of a kernel.
   *
   * @param name of one that {@link #hasKernel} found
   * @param dimension 0 or 1
   */
  public int length(String name, int dimension) {
    return Math.toIntExact(shapes.getOrDefault(name, ImmutableList.of()).get(dimension));
  }
}
