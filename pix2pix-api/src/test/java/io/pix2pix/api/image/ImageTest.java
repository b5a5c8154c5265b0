package io.pix2pix.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImageTest {
  /** Red counts 0.299, green 0.587, blue 0.114: 0.299 - 0.587 + 0.5 * 0.114 = -0.231. */
  @Test
  void grayIsTheWeightedSumOfTheColors() {
    var gray = Image.of(new ImageShape(1, 2, 3), new float[] {1, 1, 1, 1, -1, 0.5f}).toGray();

    assertThat(gray.shape()).isEqualTo(new ImageShape(1, 2, 1));
    assertThat(gray.at(0, 0, 0)).isCloseTo(1, within(1e-6f));
    assertThat(gray.at(0, 1, 0)).isCloseTo(-0.231f, within(1e-6f));
  }

  @Test
  void grayOfAnythingButColorsIsRefused() {
    var image = Image.of(new ImageShape(1, 1, 2), new float[2]);

    assertThatThrownBy(image::toGray)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a color image has 3 channels, not 2");
  }
}
