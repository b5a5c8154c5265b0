package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGridTest {
  private static final int WHITE = 0xffffffff;
  private static final int BLACK = 0xff000000;
  private static final int CLEAR = 0;

  @TempDir Path folder;

  @Test
  void showsInputOutputAndTargetSideBySideBelowTheirCaptions() {
    var picture = grid(300, 2).picture();

    assertThat(picture.getWidth()).isEqualTo(3 * 300 + 2 * 6);
    assertThat(picture.getHeight()).isEqualTo(24 + 2 * 300 + 6);
    assertThat(picture.getRGB(0, 24)).isEqualTo(BLACK);
    assertThat(picture.getRGB(299, 24)).isEqualTo(BLACK);
    assertThat(picture.getRGB(300, 24)).isEqualTo(CLEAR);
    assertThat(picture.getRGB(306, 24)).isEqualTo(0xff808080);
    assertThat(picture.getRGB(612, 24)).isEqualTo(WHITE);
    assertThat(picture.getRGB(911, 629)).isEqualTo(WHITE);
    assertThat(picture.getRGB(911, 325)).isEqualTo(CLEAR);
  }

  @Test
  void enlargesSmallImagesSoThatEveryPixelIsASquare() {
    var shape = new ImageShape(2, 2, 1);
    var image = Image.of(shape, new float[] {-1, 1, 1, -1});

    var picture = new SampleGrid(ImmutableList.of(new SampleImages(image, image, image))).picture();

    assertThat(picture.getWidth()).isEqualTo(3 * 256 + 2 * 6);
    assertThat(picture.getRGB(127, 24 + 127)).isEqualTo(BLACK);
    assertThat(picture.getRGB(128, 24 + 127)).isEqualTo(WHITE);
    assertThat(picture.getRGB(127, 24 + 128)).isEqualTo(WHITE);
  }

  @Test
  void enlargesByAWholeFactorThatStaysWithin256Pixels() {
    assertThat(grid(100, 1).picture().getWidth()).isEqualTo(3 * 200 + 2 * 6);
    assertThat(grid(129, 1).picture().getWidth()).isEqualTo(3 * 129 + 2 * 6);
  }

  @Test
  void writesThePictureOfAStep() throws IOException {
    var file = grid(128, 1).write(RunFolder.create(folder, "run", made -> {}), 500);

    assertThat(file).isEqualTo(folder.resolve("run/samples/step-000500.png"));
    assertThat(ImageIO.read(file.toFile()).getRGB(0, 24)).isEqualTo(BLACK);
  }

  @Test
  void needsASample() {
    assertThatThrownBy(() -> new SampleGrid(ImmutableList.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SampleGrid grid(int edge, int rows) {
    var sample = new SampleImages(plain(edge, -1), plain(edge, 0), plain(edge, 1));
    return new SampleGrid(
        Stream.generate(() -> sample).limit(rows).collect(ImmutableList.toImmutableList()));
  }

  private static Image plain(int edge, float value) {
    var shape = new ImageShape(edge, edge, 3);
    var values = new float[shape.size()];
    Arrays.fill(values, value);
    return Image.owning(shape, values);
  }
}
