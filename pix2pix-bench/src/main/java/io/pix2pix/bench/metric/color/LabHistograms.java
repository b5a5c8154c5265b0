package io.pix2pix.bench.metric.color;

import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.color.Lab;
import io.pix2pix.api.color.Rgb;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Histogram;
import java.util.Arrays;

/**
 * How often each shade of L, a and b occurs in a set of generated images, and in their targets.
 *
 * @param width of a bin, in units of Lab
 * @param counts of pixels: the bins of L, a and b of generated images, then those of targets
 */
record LabHistograms(double width, ImmutableDoubleArray counts) {

  /** The histograms of one image and its target. */
  static LabHistograms of(double width, Image generated, Image target) {
    int half = bins(width);
    var counts = new double[2 * half];
    count(width, generated, counts, 0);
    count(width, target, counts, half);
    return new LabHistograms(width, ImmutableDoubleArray.copyOf(counts));
  }

  /**
   * The share of pixels in each bin; these sum to 1. Their logarithms are what the paper's figure 7
   * shows.
   *
   * @param generated of generated images, or else of targets
   */
  ImmutableDoubleArray shares(Axis axis, boolean generated) {
    int first = first(axis) + (generated ? 0 : bins(width));
    var own = counts.subArray(first, first + axis.bins(width));
    double all = own.stream().sum();
    return ImmutableDoubleArray.copyOf(own.stream().map(count -> count / all));
  }

  /** What generated images and targets have in common: the sum of the lesser shares, 0 to 1. */
  double intersection(Axis axis) {
    var generated = shares(axis, true);
    var real = shares(axis, false);
    double sum = 0;
    for (int bin = 0; bin < real.length(); bin++) {
      sum += Math.min(generated.get(bin), real.get(bin));
    }
    return sum;
  }

  /** The shares of one axis, for a plot. */
  Histogram histogram(Axis axis) {
    return new Histogram(axis.label, axis.low, axis.high, shares(axis, true), shares(axis, false));
  }

  private int first(Axis axis) {
    return Arrays.stream(Axis.values())
        .takeWhile(before -> before != axis)
        .mapToInt(before -> before.bins(width))
        .sum();
  }

  private static int bins(double width) {
    return Arrays.stream(Axis.values()).mapToInt(axis -> axis.bins(width)).sum();
  }

  private static void count(double width, Image image, double[] counts, int offset) {
    int last = image.channels() - 1;
    for (int i = 0; i < image.height() * image.width(); i++) {
      int y = i / image.width();
      int x = i % image.width();
      var color =
          Lab.of(
              new Rgb(
                  (image.at(y, x, 0) + 1) / 2.0,
                  (image.at(y, x, last / 2) + 1) / 2.0,
                  (image.at(y, x, last) + 1) / 2.0));
      int first = offset;
      for (var axis : Axis.values()) {
        counts[first + axis.bin(color, width)]++;
        first += axis.bins(width);
      }
    }
  }

  /** An axis of Lab. */
  enum Axis {
    /** Lightness, 0 to 100. */
    L("L", 0, 100),
    /** From green to red, -110 to 110. */
    A("a", -110, 110),
    /** From blue to yellow, -110 to 110. */
    B("b", -110, 110);

    private final String label;
    private final double low;
    private final double high;

    Axis(String label, double low, double high) {
      this.label = label;
      this.low = low;
      this.high = high;
    }

    /** The number of bins. */
    public int bins(double width) {
      return (int) Math.round((high - low) / width) + 1;
    }

    /**
     * The middle of a bin. Where the width divides 110, one lies at 0, so that grays are not spread
     * over two bins.
     */
    public double middle(int bin, double width) {
      return low + bin * width;
    }

    private int bin(Lab color, double width) {
      double value =
          switch (this) {
            case L -> color.lightness();
            case A -> color.a();
            case B -> color.b();
          };
      int bin = (int) Math.round((value - low) / width);
      return Math.max(0, Math.min(bins(width) - 1, bin));
    }
  }
}
