package io.pix2pix.api.data;

import org.tensorflow.types.TFloat32;

/**
 * The pairs of one training step, as tensors that its user closes.
 *
 * @param condition {@code [n, h, w, c]}, in {@code [-1, 1]}
 * @param target {@code [n, h, w, c']}, in {@code [-1, 1]}
 */
public record Batch(TFloat32 condition, TFloat32 target) implements AutoCloseable {
  @Override
  public void close() {
    condition.close();
    target.close();
  }
}
