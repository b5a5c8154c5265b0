package io.pix2pix.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchColorsTest {
  private static final Palette PALETTE =
      new Palette(
          ImmutableList.of(
              new Palette.Entry("sky", 0x0000ff),
              new Palette.Entry("wall", 0xff0000),
              new Palette.Entry("door", 0x00ff00)));

  @Test
  void theTwoMostCommonClassesOfMapsAreGroundAndInk() {
    var map = Image.of(new ImageShape(1, 3, 3), new float[] {1, -1, -1, 1, -1, -1, -1, 1, -1});

    assertThat(SketchColors.ofClasses(PALETTE, List.of(map)))
        .isEqualTo(new SketchColors("#ff0000", "#00ff00"));
  }

  @Test
  void withoutMapsTheFirstTwoClassesAre() {
    assertThat(SketchColors.ofClasses(PALETTE, List.of()))
        .isEqualTo(new SketchColors("#0000ff", "#ff0000"));
  }

  @Test
  void linesAreBlackOnWhiteOrTheOtherWayRound() {
    assertThat(SketchColors.ofLines(List.of(gray(1, 1, 1, -1))))
        .contains(new SketchColors("#ffffff", "#000000"));
    assertThat(SketchColors.ofLines(List.of(gray(-1, -1, -1, 0.8f))))
        .contains(new SketchColors("#000000", "#ffffff"));
  }

  @Test
  void aPhotoHasNoLines() {
    assertThat(SketchColors.ofLines(List.of(gray(0.1f, 0.5f, -0.4f, 1)))).isEmpty();
    assertThat(SketchColors.ofLines(List.of())).isEmpty();
  }

  private static Image gray(float... values) {
    return Image.of(new ImageShape(1, values.length, 1), Arrays.copyOf(values, values.length));
  }
}
