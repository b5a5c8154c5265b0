package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JpegTest {
  private static final float LEVEL = 1 / 127.5f;

  /** {@code (37 y + 11 x x + 5 x y) mod 256}. */
  private static Image gray() {
    var values = new float[64];
    for (int i = 0; i < 64; i++) {
      int y = i / 8;
      int x = i % 8;
      values[i] = (y * 37 + x * x * 11 + y * x * 5) % 256 / 127.5f - 1;
    }
    return Image.owning(new ImageShape(8, 8, 1), values);
  }

  @Test
  void leavesWhatPillowLeaves() {
    // Pillow's first row at quality 50: Image.fromarray(x).save(b, "jpeg", quality=50).
    int[] expected = {0, 10, 51, 93, 175, 22, 130, 41};

    var left = new JpegCompression(50).of(gray());

    for (int x = 0; x < 8; x++) {
      assertThat(left.at(0, x, 0)).isEqualTo(expected[x] / 127.5f - 1, within(1.01f * LEVEL));
    }
  }

  @Test
  void losesMoreAtALowerQuality() {
    var picture = gray();

    assertThat(distance(new JpegCompression(10).of(picture), picture))
        .isGreaterThan(2 * distance(new JpegCompression(95).of(picture), picture));
  }

  private static double distance(Image first, Image second) {
    double sum = 0;
    var values = second.toArray();
    for (int i = 0; i < values.length; i++) {
      sum += Math.abs(first.toArray()[i] - values[i]);
    }
    return sum / values.length;
  }

  @Test
  void leavesTransparencyAlone() {
    var values = new float[4 * 64];
    for (int i = 0; i < 64; i++) {
      values[4 * i + 3] = i / 64f;
    }
    var image = Image.of(new ImageShape(8, 8, 4), values);

    assertThat(new JpegCompression(30).of(image).at(7, 7, 3)).isEqualTo(63 / 64f);
  }

  @Test
  void compressesBothAlikeAndRepeatably() {
    var pair = Grids.twice(Pictures.noise(8, 8));
    var jpeg = new Jpeg(Side.BOTH, 1, 10, 60);

    var first = jpeg.apply(pair, new SplittableRandom(3));

    assertThat(first.condition()).isEqualTo(first.target()).isNotEqualTo(pair.target());
    assertThat(jpeg.apply(pair, new SplittableRandom(3))).isEqualTo(first);
  }

  @Test
  void refusesLabelMapsAlsoWhereChanceWouldLeaveThemAlone() {
    var pair = new ImagePair(Grids.map(4, 4, 1), Pictures.noise(4, 4)).with(Grids.MAP_TO_PHOTO);

    assertThatThrownBy(
            () -> new Jpeg(Side.CONDITION, 0, 30, 95).apply(pair, new SplittableRandom(1)))
        .hasMessageStartingWith("jpeg would mix the classes of the condition");
  }
}
