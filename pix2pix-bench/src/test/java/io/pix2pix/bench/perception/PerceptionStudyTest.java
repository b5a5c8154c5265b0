package io.pix2pix.bench.perception;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.bench.perception.PerceptionStudy.Algorithm;
import io.pix2pix.bench.perception.Protocol.Inputs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerceptionStudyTest {
  private static final int PAIRS = 19;

  @TempDir Path home;

  @Test
  void makesAnImageOfEveryPairInTheirOrderAndTellsOfEach() throws IOException {
    var folder = new PerceptionFolder(home);
    Files.createDirectories(folder.generated("made"));
    List<Long> told = new ArrayList<>();

    study(folder).prepare((task, all) -> told::add);

    assertThat(told).isEqualTo(LongStream.rangeClosed(1, PAIRS).boxed().toList());
    for (int i = 0; i < PAIRS; i++) {
      var picture = ImageIO.read(PerceptionFolder.image(folder.real(), i).toFile());
      assertThat(picture.getRGB(0, 0) & 0xFF).as("image %d", i).isEqualTo(i);
    }
  }

  private static PerceptionStudy study(PerceptionFolder folder) {
    return new PerceptionStudy(
        folder,
        new Protocol(1, 3, Inputs.DIFFERENT, false, 1),
        "test",
        new BluePairs(),
        ImageCodec.PLAIN,
        ImmutableList.of(
            new Algorithm(
                "made",
                "step 1",
                () -> {
                  throw new AssertionError("its images are there");
                })));
  }

  /** The blue of a pair's target is its number. */
  private record BluePairs() implements Pairs {
    @Override
    public int size() {
      return PAIRS;
    }

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
      var picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(0, 0, index);
      var image = Pixels.toImage(picture);
      return new ImagePair(image, image);
    }

    @Override
    public DataChecksum checksum(Coverage coverage) {
      return DataChecksum.of(coverage, "blue");
    }
  }
}
