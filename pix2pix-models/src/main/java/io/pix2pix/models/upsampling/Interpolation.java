package io.pix2pix.models.upsampling;

import io.pix2pix.api.network.Border;
import io.pix2pix.api.network.Convolutions;
import io.pix2pix.api.network.Layers;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * How images are doubled in size, with pixels as small squares whose corners stay where they are:
 * the values of PyTorch's {@code interpolate(scale_factor=2, align_corners=False)}.
 *
 * <p>Built from other operations, as the gradients of TensorFlow's resizing ones do not know that
 * pixels have their centers in the middle.
 */
public enum Interpolation {
  /** Each pixel becomes four of its color. */
  NEAREST,
  /** Between the four pixels around; beyond the outermost as these. */
  BILINEAR;

  /**
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @return {@code [n, 2h, 2w, c]}
   */
  Operand<TFloat32> doubled(Layers layers, Operand<TFloat32> x) {
    var tf = layers.tf();
    var squares = tf.nn.depthToSpace(tf.concat(List.of(x, x, x, x), tf.constant(3)), 2L);
    return switch (this) {
      case NEAREST -> squares;
      case BILINEAR -> blurred(layers, squares);
    };
  }

  /**
   * A mean of two, twice, weighs neighbors 1 : 2 : 1; of doubled pixels a, a, b, b that makes (3a +
   * b) / 4 and (a + 3b) / 4.
   */
  private static Operand<TFloat32> blurred(Layers layers, Operand<TFloat32> x) {
    var edged = Convolutions.padded(layers.tf(), x, 1, Border.SYMMETRIC);
    return layers.averagePooling(layers.averagePooling(edged, 2, 1), 2, 1);
  }
}
