package io.pix2pix.api.data;

import java.util.Optional;
import org.tensorflow.types.TFloat32;

/**
 * The pairs of one training step, as tensors that its user closes. Several threads may read its
 * tensors; one closes it when the others are done.
 *
 * @param condition {@code [n, h, w, c]}, in {@code [-1, 1]}
 * @param target {@code [n, h, w, c']}, in {@code [-1, 1]}
 * @param mask {@code [n, h, w, 1]}, in {@code [0, 1]}: how much each pixel of the target counts; it
 *     is there if the data set has masks
 */
public record Batch(TFloat32 condition, TFloat32 target, Optional<TFloat32> mask)
    implements AutoCloseable {

  /** Pairs of which every pixel counts. */
  public Batch(TFloat32 condition, TFloat32 target) {
    this(condition, target, Optional.empty());
  }

  @Override
  public void close() {
    condition.close();
    target.close();
    mask.ifPresent(TFloat32::close);
  }
}
