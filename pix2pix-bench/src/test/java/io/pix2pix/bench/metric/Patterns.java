package io.pix2pix.bench.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Pictures of 48x40 that follow from whole numbers, so that other programs can make them too. In
 * NumPy, with {@code y}, {@code x}, {@code c} from meshgrid:
 *
 * <pre>{@code
 * img = lambda k: (y*7 + x*(3+c) + (y*x//(5+k))*2 + 40*c*k + (x*y*y*(k+1))%23*(k*2)) % 256
 * a, b = img(0), img(1)
 * }</pre>
 */
public final class Patterns {
  public static final int HEIGHT = 48;
  public static final int WIDTH = 40;

  private Patterns() {}

  /** One of the pictures, {@code 0.75 a + 0.25 b} as {@code mixed(0.25)}. */
  public static Image mixed(double share) {
    var values = new float[HEIGHT * WIDTH * 3];
    for (int i = 0; i < values.length; i++) {
      double level = (1 - share) * level(i, 0) + share * level(i, 1);
      values[i] = (float) (level / 127.5 - 1);
    }
    return Image.owning(new ImageShape(HEIGHT, WIDTH, 3), values);
  }

  private static int level(int at, int k) {
    int c = at % 3;
    int x = at / 3 % WIDTH;
    int y = at / 3 / WIDTH;
    return (y * 7
            + x * (3 + c)
            + y * x / (5 + k) * 2
            + 40 * c * k
            + x * y * y * (k + 1) % 23 * (k * 2))
        % 256;
  }

  /** A generated image and its target; the condition is the target too. */
  public static Specimen specimen(Image generated, Image target) {
    return new Specimen("pattern", target, generated, target, number -> generated);
  }

  /** The figures of a metric over some images. */
  public static double[] figures(Metric metric, Specimen... specimens) {
    try (var gauge = metric.open(around(specimens))) {
      var evidence = ImmutableList.<ImmutableDoubleArray>builder();
      for (var specimen : specimens) {
        evidence.add(gauge.look(specimen));
      }
      return gauge.figures(evidence.build());
    }
  }

  /** Surroundings without palette, cache and training data. */
  public static Surroundings around(Specimen... specimens) {
    return around(Optional.empty(), Path.of("unused"), specimens);
  }

  /** Surroundings in which the images are both what is measured and what is trained on. */
  public static Surroundings around(Optional<Palette> palette, Path cache, Specimen... specimens) {
    var pairs = new SpecimenPairs(ImmutableList.copyOf(specimens));
    var dataset = new SpecimenData(pairs, palette);
    return new Surroundings(dataset, Optional.empty(), pairs, cache, ProgressListener.NONE);
  }

  private record SpecimenData(Pairs pairs, Optional<Palette> own) implements Dataset {
    @Override
    public Pairs open(Optional<Path> folder, String split) {
      return pairs;
    }

    @Override
    public boolean has(Optional<Path> folder, String split) {
      return true;
    }

    @Override
    public Optional<Palette> palette(Optional<Path> folder) {
      return own;
    }
  }

  private record SpecimenPairs(ImmutableList<Specimen> specimens) implements Pairs {
    @Override
    public int size() {
      return specimens.size();
    }

    @Override
    public String name(int index) {
      return specimens.get(index).name();
    }

    @Override
    public PairShape shape(int index) {
      return PairShape.of(read(index));
    }

    @Override
    public ImagePair read(int index) {
      return new ImagePair(specimens.get(index).condition(), specimens.get(index).target());
    }

    @Override
    public String checksum() {
      return "specimens";
    }
  }
}
