package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureSheetTest {
  private static final int GRAY = 0xff808080;
  private static final int WHITE = 0xffffffff;

  private static Image plain(int height, int width, float value) {
    var values = new float[height * width];
    Arrays.fill(values, value);
    return Image.owning(new ImageShape(height, width, 1), values);
  }

  @Test
  void stacksTheImagesOfACell() {
    var cell = ImmutableList.of(plain(128, 64, 0), plain(128, 128, 1));
    var row = new PictureSheet.Row("a.png", ImmutableList.of(cell, cell));

    var picture =
        new PictureSheet(
                ImmutableList.of("a line"), ImmutableList.of("one", "two"), ImmutableList.of(row))
            .picture();

    // Twice as large: a line of 20, captions of 24, a name of 20; gaps of 6.
    assertThat(picture.getWidth()).isEqualTo(2 * 256 + 6);
    assertThat(picture.getHeight()).isEqualTo(64 + 2 * 256 + 6);
    assertThat(picture.getRGB(0, 64)).isEqualTo(GRAY);
    assertThat(picture.getRGB(200, 64)).isZero();
    assertThat(picture.getRGB(262, 64 + 262)).isEqualTo(WHITE);
  }

  @Test
  void isAsWideAsItsHeading() {
    var row = new PictureSheet.Row("", ImmutableList.of(ImmutableList.of(plain(8, 8, 0))));
    var heading = ImmutableList.of("a long line ".repeat(20));

    var picture =
        new PictureSheet(heading, ImmutableList.of("one"), ImmutableList.of(row)).picture();

    assertThat(picture.getWidth()).isGreaterThan(600);
  }

  @Test
  void refusesNoRows() {
    assertThatThrownBy(
            () -> new PictureSheet(ImmutableList.of(), ImmutableList.of(), ImmutableList.of()))
        .hasMessage("a sheet has at least one row");
  }
}
