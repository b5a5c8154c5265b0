package io.pix2pix.bench.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.progress.ProgressListener;
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
  public static EvaluatedImage evaluated(Image generated, Image target) {
    return new EvaluatedImage("pattern", target, generated, target, number -> generated);
  }

  /** The values of a metric over some images. */
  public static double[] values(Metric metric, EvaluatedImage... images) {
    return values(metric, around(images), images);
  }

  /** The values of a metric over some images, in a context of the caller's. */
  public static double[] values(
      Metric metric, EvaluationContext context, EvaluatedImage... images) {
    try (var accumulator = metric.open(context)) {
      var statistics = ImmutableList.<ImmutableDoubleArray>builder();
      for (var image : images) {
        statistics.add(accumulator.update(image));
      }
      var all = PerImageStatistics.of(statistics.build());
      return metric.function().compute(all, all.everyImage());
    }
  }

  /** A context without palette, cache and training data. */
  public static EvaluationContext around(EvaluatedImage... images) {
    return around(Optional.empty(), Path.of("unused"), images);
  }

  /** A context in which the images are both what is measured and what is trained on. */
  public static EvaluationContext around(
      Optional<Palette> palette, Path cache, EvaluatedImage... images) {
    var pairs = new PatternPairs(ImmutableList.copyOf(images));
    var opened = DataSource.none().open(new PatternData(pairs, palette));
    return new EvaluationContext(opened, pairs, cache, ProgressListener.NONE);
  }

  private record PatternData(Pairs pairs, Optional<Palette> own) implements Dataset {
    @Override
    public Pairs open(Optional<FileTree> files, String split) {
      return pairs;
    }

    @Override
    public boolean has(Optional<FileTree> files, String split) {
      return true;
    }

    @Override
    public Optional<Palette> palette(Optional<FileTree> files) {
      return own;
    }
  }

  private record PatternPairs(ImmutableList<EvaluatedImage> images) implements Pairs {
    @Override
    public int size() {
      return images.size();
    }

    @Override
    public String name(int index) {
      return images.get(index).name();
    }

    @Override
    public PairShape shape(int index) {
      return PairShape.of(read(index));
    }

    @Override
    public ImagePair read(int index) {
      return new ImagePair(images.get(index).condition(), images.get(index).target());
    }

    @Override
    public DataChecksum checksum(Coverage coverage) {
      return DataChecksum.of(coverage, "specimens");
    }
  }
}
