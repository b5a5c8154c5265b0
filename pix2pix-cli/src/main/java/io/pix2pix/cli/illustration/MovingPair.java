package io.pix2pix.cli.illustration;

import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import java.util.Random;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * A pair that lies somewhere else at every step; what leaves on one side comes back on the other.
 *
 * @param pair where it lies on average
 * @param reach how far it moves in each direction, in pixels; 0 if it stands still
 */
record MovingPair(ImagePair pair, int reach) {

  /** The pair as a batch of one, which the caller closes: the same at the same step. */
  Batch at(int step) {
    var random = new Random(step);
    int down = random.nextInt(2 * reach + 1) - reach;
    int right = random.nextInt(2 * reach + 1) - reach;
    return new Batch(moved(pair.condition(), down, right), moved(pair.target(), down, right));
  }

  private static TFloat32 moved(Image image, int down, int right) {
    var values = new float[image.shape().size()];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int channel = 0; channel < image.channels(); channel++) {
          int fromY = Math.floorMod(y - down, image.height());
          int fromX = Math.floorMod(x - right, image.width());
          values[at++] = image.at(fromY, fromX, channel);
        }
      }
    }
    var shape = Shape.of(1, image.height(), image.width(), image.channels());
    return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
  }
}
