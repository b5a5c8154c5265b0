package io.pix2pix.bench.metric.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.plugin.Setting;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The sliced Wasserstein distance between patches of generated images and of targets (Karras, Aila,
 * Laine and Lehtinen, Progressive Growing of GANs, 2018, section 5), from its description there:
 * patches of 7x7x3 at each level of a {@link Pyramid} down to 16 pixels, channels normalized over
 * the set, the mean distance along 512 random directions, times 1000. Level 1 is the finest.
 *
 * <p>Patches are taken at the same random places of a generated image and its target, so that equal
 * sets have a distance of 0. The paper of Karras et al. draws them from 16384 images; small sets
 * give noisier and higher values: compare only values of as many images.
 *
 * @param patches of each image and level
 * @param seed of places and directions
 */
public record SlicedWasserstein(
    @Setting(value = "128", min = 1, max = 1024, meaning = "patches of each image and level")
        int patches,
    @Setting(value = "1", meaning = "places and directions follow from it") long seed)
    implements Metric {
  private static final String NAME = "sliced-wasserstein";
  private static final int SMALLEST = 16;
  private static final int DIRECTIONS = 512;

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return new Patches(levels(context), patches, seed);
  }

  @Override
  public MetricFunction function() {
    return new Distances(patches, seed);
  }

  private static int levels(EvaluationContext context) {
    var pairs = context.measured();
    int levels = Integer.MAX_VALUE;
    for (int i = 0; i < pairs.size(); i++) {
      var shape = pairs.shape(i).target();
      int edge = Math.min(shape.height(), shape.width());
      if (edge < SMALLEST) {
        throw new InvalidInputException(
            "%s: %s: %s wants images of 16x16 at least; leave it out"
                .formatted(pairs.name(i), shape, NAME));
      }
      levels =
          Math.min(levels, 1 + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(edge / SMALLEST));
    }
    return levels;
  }

  private record Patches(int levels, int patches, long seed) implements MetricAccumulator {
    @Override
    public ImmutableList<MetricName> names() {
      var names = ImmutableList.<MetricName>builder().add(name(NAME));
      for (int level = 1; level <= levels; level++) {
        names.add(name(NAME + ".level-" + level));
      }
      return names.build();
    }

    private static MetricName name(String name) {
      return new MetricName(name, "times 1000", Direction.LOWER);
    }

    @Override
    public ImmutableDoubleArray update(EvaluatedImage image) {
      var statistics = ImmutableDoubleArray.builder(2 * levels * patches * Descriptors.LENGTH);
      add(image.generated(), image.name(), statistics);
      add(image.target(), image.name(), statistics);
      return statistics.build();
    }

    private void add(Image image, String name, ImmutableDoubleArray.Builder statistics) {
      var values = new double[image.height() * image.width() * 3];
      var stored = image.toColors().toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = stored[i];
      }
      var random =
          new SplittableRandom(
              seed ^ Hashing.farmHashFingerprint64().hashString(name, UTF_8).asLong());
      var whole = new Pyramid.Level(image.height(), image.width(), values);
      for (var level : Pyramid.of(whole, levels)) {
        for (int i = 0; i < patches; i++) {
          int top = random.nextInt(level.height() - Descriptors.EDGE + 1);
          int left = random.nextInt(level.width() - Descriptors.EDGE + 1);
          add(level, top, left, statistics);
        }
      }
    }

    private static void add(
        Pyramid.Level level, int top, int left, ImmutableDoubleArray.Builder statistics) {
      for (int i = 0; i < Descriptors.LENGTH; i++) {
        int pixel = i / 3;
        statistics.add(
            level.at(top + pixel / Descriptors.EDGE, left + pixel % Descriptors.EDGE, i % 3));
      }
    }
  }

  private record Distances(int patches, long seed) implements MetricFunction {
    @Override
    public double[] compute(PerImageStatistics statistics, int[] counts) {
      var selected =
          IntStream.range(0, counts.length)
              .boxed()
              .flatMap(i -> Collections.nCopies(counts[i], statistics.images().get(i)).stream())
              .toList();
      int levels = statistics.length() / (2 * patches * Descriptors.LENGTH);
      var distances =
          IntStream.range(0, levels)
              .mapToDouble(level -> distance(selected, level, levels))
              .toArray();
      var values = new double[levels + 1];
      System.arraycopy(distances, 0, values, 1, levels);
      values[0] = Arrays.stream(distances).sum() / levels;
      return values;
    }

    private double distance(List<ImmutableDoubleArray> images, int level, int levels) {
      int block = patches * Descriptors.LENGTH;
      var generated = Descriptors.of(images, level * block, patches).normalized();
      var real = Descriptors.of(images, (levels + level) * block, patches).normalized();
      return 1000 * generated.distance(real, DIRECTIONS, seed);
    }

    @Override
    public boolean describesSingleImages() {
      return false;
    }

    @Override
    public int resamples() {
      return 40;
    }
  }
}
