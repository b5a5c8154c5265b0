package io.pix2pix.bench.metric.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import io.pix2pix.api.plugin.Setting;
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
 * give noisier and higher figures: compare only figures of as many images.
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
  public Gauge open(Surroundings surroundings) {
    return new Patches(levels(surroundings), patches, seed);
  }

  private static int levels(Surroundings surroundings) {
    var pairs = surroundings.measured();
    int channels = surroundings.shown(0).target().channels();
    int levels = Integer.MAX_VALUE;
    for (int i = 0; i < pairs.size(); i++) {
      var shape = pairs.shape(i).target();
      int edge = Math.min(shape.height(), shape.width());
      if (edge < SMALLEST || channels != 3) {
        throw new InvalidInputException(
            "%s: %s: %s wants images of 16x16x3 at least; leave it out"
                .formatted(pairs.name(i), shape, NAME));
      }
      levels =
          Math.min(levels, 1 + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(edge / SMALLEST));
    }
    return levels;
  }

  private record Patches(int levels, int patches, long seed) implements Gauge {
    @Override
    public ImmutableList<Quantity> quantities() {
      var quantities = ImmutableList.<Quantity>builder().add(quantity(NAME));
      for (int level = 1; level <= levels; level++) {
        quantities.add(quantity(NAME + ".level-" + level));
      }
      return quantities.build();
    }

    private static Quantity quantity(String name) {
      return new Quantity(name, "times 1000", Better.LOWER);
    }

    @Override
    public ImmutableDoubleArray look(Specimen specimen) {
      var evidence = ImmutableDoubleArray.builder(2 * levels * patches * Descriptors.LENGTH);
      add(specimen.generated(), specimen.name(), evidence);
      add(specimen.target(), specimen.name(), evidence);
      return evidence.build();
    }

    private void add(Image image, String name, ImmutableDoubleArray.Builder evidence) {
      var values = new double[image.height() * image.width() * 3];
      var stored = image.toArray();
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
          add(level, top, left, evidence);
        }
      }
    }

    private static void add(
        Pyramid.Level level, int top, int left, ImmutableDoubleArray.Builder evidence) {
      for (int i = 0; i < Descriptors.LENGTH; i++) {
        int pixel = i / 3;
        evidence.add(
            level.at(top + pixel / Descriptors.EDGE, left + pixel % Descriptors.EDGE, i % 3));
      }
    }

    @Override
    public double[] figures(List<ImmutableDoubleArray> evidence) {
      var distances =
          IntStream.range(0, levels).mapToDouble(level -> distance(evidence, level)).toArray();
      var figures = new double[levels + 1];
      System.arraycopy(distances, 0, figures, 1, levels);
      figures[0] = IntStream.range(0, levels).mapToDouble(i -> distances[i]).sum() / levels;
      return figures;
    }

    private double distance(List<ImmutableDoubleArray> evidence, int level) {
      int block = patches * Descriptors.LENGTH;
      var generated = Descriptors.of(evidence, level * block, patches).normalized();
      var real = Descriptors.of(evidence, (levels + level) * block, patches).normalized();
      return 1000 * generated.distance(real, DIRECTIONS, seed);
    }

    @Override
    public boolean judgesSingleImages() {
      return false;
    }

    @Override
    public int resamples() {
      return 40;
    }
  }
}
