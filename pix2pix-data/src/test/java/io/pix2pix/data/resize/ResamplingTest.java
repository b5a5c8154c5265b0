package io.pix2pix.data.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {

  @ParameterizedTest
  @EnumSource
  void keepsPlainImagesPlain(Resampling resampling) {
    Image resized = resampling.resize(Pictures.plain(9, 7, 0.25f), 20, 3);

    assertThat(resized.shape()).isEqualTo(new ImageShape(20, 3, 3));
    for (float value : resized.toArray()) {
      assertThat(value).isCloseTo(0.25f, within(1e-6f));
    }
  }

  @Test
  void drawsStraightLinesBetweenPixels() {
    Image image = Image.of(new ImageShape(1, 2, 1), new float[] {0, 1});

    float[] values = Resampling.BILINEAR.resize(image, 1, 4).toArray();

    assertThat(values).containsExactly(0, 0.25f, 0.75f, 1);
  }

  @Test
  void drawsTheCubicOfCatmullAndRom() {
    Image image = Image.of(new ImageShape(4, 1, 1), new float[] {0, 0, 1, 1});

    Image resized = Resampling.BICUBIC.resize(image, 8, 1);

    // Row 3 is at 1.75, so the four pixels are 1.25, 0.25, 0.75 and 1.75 away.
    assertThat(resized.at(3, 0, 0)).isCloseTo(0.2265625f - 0.0234375f, within(1e-6f));
  }

  @Test
  void averagesAllPixelsWhenItShrinks() {
    var values = new float[64];
    for (int i = 0; i < 64; i++) {
      values[i] = i % 2;
    }

    Image resized = Resampling.BILINEAR.resize(Image.of(new ImageShape(1, 64, 1), values), 1, 4);

    for (float value : resized.toArray()) {
      assertThat(value).isCloseTo(0.5f, within(0.01f));
    }
  }

  @Test
  void cutsWhatOvershoots() {
    Image image = Image.of(new ImageShape(1, 4, 1), new float[] {-1, -1, 1, 1});

    float[] values = Resampling.BICUBIC.resize(image, 1, 16).toArray();

    for (float value : values) {
      assertThat(value).isBetween(-1f, 1f);
    }
  }

  @Test
  void keepsChannelsApart() {
    Image image = Image.of(new ImageShape(1, 2, 2), new float[] {0, 1, 0, 1});

    assertThat(Resampling.BICUBIC.resize(image, 1, 3).toArray()).containsExactly(0, 1, 0, 1, 0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void aPartIsThatOfTheWhole(Resampling resampling) {
    Image image = Pictures.ramp(9, 7);

    for (int size : new int[] {5, 30}) {
      Image whole = resampling.resize(image, size, size + 1);

      assertThat(resampling.part(image, size, size + 1, 1, 2, 3, 2))
          .isEqualTo(whole.part(1, 2, new ImageShape(3, 2, 3)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachColorIsResizedAsAGrayImageIs(Resampling resampling) {
    Image image = Pictures.ramp(9, 7);
    var green = new float[63];
    for (int i = 0; i < 63; i++) {
      green[i] = image.at(i / 7, i % 7, 1);
    }
    Image gray = Image.of(new ImageShape(9, 7, 1), green);

    for (int size : new int[] {5, 30}) {
      Image colored = resampling.resize(image, size, size);
      Image alone = resampling.resize(gray, size, size);
      for (int i = 0; i < size * size; i++) {
        assertThat(colored.at(i / size, i % size, 1)).isEqualTo(alone.at(i / size, i % size, 0));
      }
    }
  }

  @Test
  void givesTheImageItselfAtItsSize() {
    Image image = Pictures.ramp(3, 4);

    assertThat(Resampling.BICUBIC.resize(image, 3, 4)).isSameAs(image);
  }

  @Test
  void refusesSizesBelowOne() {
    assertThatThrownBy(() -> Resampling.BICUBIC.resize(Pictures.ramp(2, 2), 0, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5x0");
  }
}
