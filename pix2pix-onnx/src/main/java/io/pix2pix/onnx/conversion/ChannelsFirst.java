package io.pix2pix.onnx.conversion;

import com.google.common.collect.ImmutableList;

/** The layout {@code [n, c, h, w]} of what TensorFlow has as {@code [n, h, w, c]}. */
public final class ChannelsFirst {
  /** Which dimension of TensorFlow each one is. */
  public static final ImmutableList<Integer> ORDER = ImmutableList.of(0, 3, 1, 2);

  /** Which one each dimension of TensorFlow is. */
  public static final ImmutableList<Integer> BACK = ImmutableList.of(0, 2, 3, 1);

  private ChannelsFirst() {}

  /**
   * Where a dimension of TensorFlow is.
   *
   * @param axis from -4 to 3; negative ones count from the end
   */
  public static long axis(long axis) {
    return BACK.get(Math.toIntExact(axis < 0 ? axis + ORDER.size() : axis));
  }
}
