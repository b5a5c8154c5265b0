package io.pix2pix.server.model;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageBytes;
import java.util.Random;

/** Pictures of noise, each of another one. */
final class NoisePictures {
  private NoisePictures() {}

  static Image image(int height, int width, int seed) {
    var shape = new ImageShape(height, width, 3);
    var random = new Random(seed);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  static byte[] png(int height, int width, int seed) {
    return ImageBytes.png(image(height, width, seed));
  }
}
