package io.pix2pix.api.metric;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;

/**
 * What one metric knows of a set of images.
 *
 * @param images the numbers of each, in their order; at least one image, all of the same length
 * @param constants numbers of the whole evaluation, by name
 */
public record PerImageStatistics(
    ImmutableList<ImmutableDoubleArray> images,
    ImmutableMap<String, ImmutableDoubleArray> constants) {

  /**
   * @throws IllegalArgumentException if there is no image, or images differ in length
   */
  public PerImageStatistics {
    checkArgument(!images.isEmpty(), "statistics of no image");
    int length = images.get(0).length();
    checkArgument(
        images.stream().allMatch(image -> image.length() == length),
        "every image must have as many statistics as the first: %s",
        length);
  }

  /** Statistics without constants. */
  public static PerImageStatistics of(ImmutableList<ImmutableDoubleArray> images) {
    return new PerImageStatistics(images, ImmutableMap.of());
  }

  /** How many images there are. */
  public int size() {
    return images.size();
  }

  /** How many numbers there are of each image. */
  public int length() {
    return images.get(0).length();
  }

  /** Selects every image once, as {@link MetricFunction#compute} takes it. */
  public int[] everyImage() {
    var once = new int[size()];
    Arrays.fill(once, 1);
    return once;
  }

  /** Selects one image, as {@link MetricFunction#compute} takes it. */
  public int[] only(int image) {
    var one = new int[size()];
    one[image] = 1;
    return one;
  }

  /**
   * The sum over selected images, number by number.
   *
   * @param counts {@code [images]}: how often each is selected
   * @return {@code [length]}
   */
  public double[] sum(int[] counts) {
    var sum = new double[length()];
    for (int image = 0; image < counts.length; image++) {
      var numbers = images.get(image);
      for (int i = 0; counts[image] > 0 && i < sum.length; i++) {
        sum[i] += counts[image] * numbers.get(i);
      }
    }
    return sum;
  }

  /**
   * The mean over selected images, number by number: a whole {@link MetricFunction} for metrics
   * whose statistics of an image are its values.
   *
   * @param counts {@code [images]}: how often each is selected
   * @return {@code [length]}
   */
  public double[] mean(int[] counts) {
    var mean = sum(counts);
    int selected = Arrays.stream(counts).sum();
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= selected;
    }
    return mean;
  }
}
