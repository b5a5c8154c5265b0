package io.pix2pix.models.features;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.network.Pooling;
import io.pix2pix.api.plugin.Setting;
import java.util.ArrayList;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The square of pixels around each place: features that need no network. Squares lie inside of the
 * image; a square of {@code k} pixels of {@code c} channels is a feature of {@code k k c} numbers
 * in {@code [-1, 1]}.
 *
 * @param neighborhood edge of the square, in pixels
 * @param scales how many feature maps: of the image, of the image at half its size, and so on
 */
public record PixelFeatures(
    @Setting(value = "3", min = 1, max = 15, meaning = "edge of a square, in pixels")
        int neighborhood,
    @Setting(value = "1", min = 1, max = 8, meaning = "maps, each of half the size of the last")
        int scales)
    implements Features {

  @Override
  public ImmutableList<Operand<TFloat32>> of(LossContext context, ConditionedImage sample) {
    var tf = context.tf();
    checkSize(sample.image().shape().get(1), sample.image().shape().get(2));
    var maps = ImmutableList.<Operand<TFloat32>>builder();
    var image = sample.image();
    for (int scale = 0; scale < scales; scale++) {
      image = scale == 0 ? image : halved(tf, image);
      maps.add(squares(tf, image));
    }
    return maps.build();
  }

  private void checkSize(long height, long width) {
    long edge = Math.min(height, width);
    checkArgument(
        edge >> (scales - 1) >= neighborhood,
        "features: squares of %sx%s at scale %s need images of at least %s pixels, not %sx%s;"
            + " lower neighborhood or scales",
        neighborhood,
        neighborhood,
        scales,
        (long) neighborhood << (scales - 1),
        width,
        height);
  }

  private static Operand<TFloat32> halved(Ops tf, Operand<TFloat32> image) {
    return Pooling.average(tf, image, 2, 2);
  }

  /** {@code [n, h - k + 1, w - k + 1, k k c]}. */
  private Operand<TFloat32> squares(Ops tf, Operand<TFloat32> image) {
    var shape = image.shape();
    int height = (int) shape.get(1) - neighborhood + 1;
    int width = (int) shape.get(2) - neighborhood + 1;
    var size = tf.constant(new int[] {(int) shape.get(0), height, width, (int) shape.get(3)});
    var shifted = new ArrayList<Operand<TFloat32>>();
    for (int y = 0; y < neighborhood; y++) {
      for (int x = 0; x < neighborhood; x++) {
        shifted.add(tf.slice(image, tf.constant(new int[] {0, y, x, 0}), size));
      }
    }
    return shifted.size() == 1 ? image : tf.concat(shifted, tf.constant(3));
  }
}
