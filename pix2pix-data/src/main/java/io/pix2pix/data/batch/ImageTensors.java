package io.pix2pix.data.batch;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Images as tensors. */
final class ImageTensors {
  private ImageTensors() {}

  /**
   * A batch of images.
   *
   * @param images at least one, all {@code [h, w, c]}
   * @return {@code [n, h, w, c]}, in {@code [-1, 1]}; the caller closes it
   * @throws IllegalArgumentException if the shapes differ
   */
  static TFloat32 stack(List<Image> images) {
    ImageShape shape = images.get(0).shape();
    var values = new float[Math.multiplyExact(images.size(), shape.size())];
    for (int i = 0; i < images.size(); i++) {
      checkArgument(
          images.get(i).shape().equals(shape),
          "a batch needs images of one shape, not %s and %s",
          shape,
          images.get(i).shape());
      images.get(i).copyTo(values, i * shape.size());
    }
    return TFloat32.tensorOf(
        Shape.of(images.size(), shape.height(), shape.width(), shape.channels()),
        DataBuffers.of(values, true, false));
  }
}
