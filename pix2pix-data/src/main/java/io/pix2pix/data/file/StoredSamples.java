package io.pix2pix.data.file;

import com.google.common.collect.ImmutableSortedMap;
import java.awt.image.Raster;
import java.util.function.DoubleConsumer;

/**
 * The numbers of a picture.
 *
 * @param least of all
 * @param greatest of all
 * @param values how often there is each, where they are few whole ones of one channel
 */
record StoredSamples(double least, double greatest, ImmutableSortedMap<Integer, Long> values) {
  private static final int MOST_NUMBERS = 1 << 16;

  /** Those of a raster. */
  static StoredSamples of(Raster raster, SampleFormat format) {
    var ends = new Ends(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    boolean countable = raster.getNumBands() == 1 && format.hasRange();
    var counts = new long[countable ? MOST_NUMBERS : 0];
    forEach(
        raster,
        sample -> {
          double value = format.value(sample);
          ends.add(value);
          if (countable) {
            counts[(int) value & (MOST_NUMBERS - 1)]++;
          }
        });
    return new StoredSamples(ends.least, ends.greatest, values(counts));
  }

  private static void forEach(Raster raster, DoubleConsumer each) {
    int left = raster.getMinX();
    double[] row = new double[raster.getWidth() * raster.getNumBands()];
    for (int y = raster.getMinY(); y < raster.getMinY() + raster.getHeight(); y++) {
      raster.getPixels(left, y, raster.getWidth(), 1, row);
      for (double sample : row) {
        each.accept(sample);
      }
    }
  }

  private static ImmutableSortedMap<Integer, Long> values(long[] counts) {
    var values = ImmutableSortedMap.<Integer, Long>naturalOrder();
    int different = 0;
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0) {
        values.put(value, counts[value]);
        different++;
      }
    }
    return different <= PictureFacts.MOST_VALUES ? values.buildOrThrow() : ImmutableSortedMap.of();
  }

  /** What is least and greatest so far; numbers that are none do not count. */
  private static final class Ends {
    private double least;
    private double greatest;

    Ends(double least, double greatest) {
      this.least = least;
      this.greatest = greatest;
    }

    void add(double value) {
      least = value < least ? value : least;
      greatest = value > greatest ? value : greatest;
    }
  }
}
