package io.pix2pix.bench.speed.job;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.util.Random;
import java.util.stream.IntStream;

/** Noise in place of pictures: what is computed does not depend on what they show. */
final class RandomImages {
  private RandomImages() {}

  static ImageShape shape(JobSettings settings) {
    return new ImageShape(settings.size(), settings.size(), 3);
  }

  /** As many values as asked for, in {@code [-1, 1]}. */
  static float[] values(int count, long seed) {
    var random = new Random(seed);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  /** A batch of images. */
  static ImmutableList<Image> batch(JobSettings settings) {
    var shape = shape(settings);
    return IntStream.range(0, settings.batch())
        .mapToObj(number -> Image.owning(shape, values(shape.size(), number)))
        .collect(ImmutableList.toImmutableList());
  }
}
