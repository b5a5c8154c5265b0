package io.pix2pix.bench.perception;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.perception.PerceptionStudy.Algorithm;
import io.pix2pix.bench.perception.Protocol.Inputs;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A study of two algorithms whose images are there already: real ones are green, generated ones
 * red.
 */
public final class ServedStudy {
  private static final int SIZE = 64;

  private ServedStudy() {}

  /** The study in a folder, ready to be served. */
  public static PerceptionStudy in(Path folder, int practice, int trials) throws IOException {
    var place = new PerceptionFolder(folder);
    var pairs = new GreenPairs(practice + trials);
    for (var name : ImmutableList.of("first", "second")) {
      if (!Files.exists(place.generated(name))) {
        Files.createDirectories(place.generated(name));
        for (int i = 0; i < pairs.size(); i++) {
          ImageIO.write(
              picture(new Color(150 + i, 40, 40)),
              "png",
              PerceptionFolder.image(place.generated(name), i).toFile());
        }
      }
    }
    var study =
        new PerceptionStudy(
            place,
            new Protocol(practice, trials, Inputs.DIFFERENT, false, 1),
            "test",
            pairs,
            ImageCodec.PLAIN,
            ImmutableList.of(algorithm("first"), algorithm("second")));
    study.prepare(ProgressListener.NONE);
    return study;
  }

  private static Algorithm algorithm(String name) {
    return new Algorithm(
        name,
        "step 1",
        () -> {
          throw new AssertionError("its images are there");
        });
  }

  private static BufferedImage picture(Color color) {
    var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, SIZE * SIZE)
        .forEach(i -> picture.setRGB(i % SIZE, i / SIZE, color.getRGB()));
    return picture;
  }

  private record GreenPairs(int size) implements Pairs {
    @Override
    public String name(int index) {
      return index + ".jpg";
    }

    @Override
    public PairShape shape(int index) {
      return PairShape.of(read(index));
    }

    @Override
    public ImagePair read(int index) {
      var image = Pixels.toImage(picture(new Color(40, 150 + index, 40)));
      return new ImagePair(image, image);
    }

    @Override
    public DataChecksum checksum(Coverage coverage) {
      return DataChecksum.of(coverage, "green" + size);
    }
  }
}
