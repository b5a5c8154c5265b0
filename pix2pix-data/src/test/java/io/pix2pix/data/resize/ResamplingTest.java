package io.pix2pix.data.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Values are those of {@code Image.resize} of Pillow 12, in bytes. */
  @ParameterizedTest
  @CsvSource({
    "NEAREST, 2, 3, 97 171 159 183 125 189",
    "NEAREST, 7, 3, 60 97 97 134 171 171 78 112 159 159 96 183 183 160 73 125 125 77 189 189 71",
    "AREA, 2, 3, 97 125 116 160 92 130",
    "AREA, 7, 3, 60 97 97 134 171 171 78 132 111 111 106 180 180 140 73 125 125 77 189 189 71",
    "BILINEAR, 2, 3, 100 133 120 147 109 133",
    "BILINEAR, 7, 3, 87 87 99 128 160 137 90 132 120 110 106 159 163 140 85 114 120 83 157 148 98",
    "BICUBIC, 2, 3, 98 132 119 149 107 132",
    "BICUBIC, 7, 3, 85 80 93 130 170 137 81 137 122 106 106 165 170 142 77 117 126 81 167 154 90",
    "LANCZOS, 2, 3, 98 131 120 149 108 133",
    "LANCZOS, 7, 3, 87 77 87 131 178 133 75 142 127 100 106 165 173 143 71 122 128 80 168 158 86"
  })
  void equalsPillowWithinOneLevel(Resampling method, int width, int height, String expected) {
    var values = new float[20];
    for (int i = 0; i < values.length; i++) {
      int x = i % 5;
      int y = i / 5;
      values[i] = (60 + (x * 37 + y * 91 + x * x * y * 5) % 130) / 127.5f - 1;
    }

    var resized = method.resize(Image.owning(new ImageShape(4, 5, 1), values), height, width);

    var levels = expected.split(" ", -1);
    for (int i = 0; i < levels.length; i++) {
      float level = (resized.toArray()[i] + 1) * 127.5f;
      assertThat(level).isCloseTo(Float.parseFloat(levels[i]), within(1f));
    }
  }

  /** Values are those of Pillow 12, of a picture of 37x29 pixels that becomes one of 5x4. */
  @ParameterizedTest
  @CsvSource({
    "NEAREST, 129 217 165 31 23 27 27 122 135 39 203 139 146 71 167 101 205 103 175 183",
    "AREA, 99 124 125 126 129 135 124 129 129 118 126 129 127 129 127 119 125 131 120 127",
    "BILINEAR, 112 123 127 124 133 130 126 126 126 120 126 121 123 129 127 125 131 131 122 126",
    "BICUBIC, 109 125 127 123 135 133 125 127 126 118 126 121 123 130 127 124 130 132 121 127",
    "LANCZOS, 108 127 125 122 136 134 124 127 126 119 127 121 122 131 127 124 131 131 121 127"
  })
  void skipsNoPixelWhenItShrinksMuchAsPillow(Resampling method, String expected) {
    var values = new float[37 * 29];
    for (int i = 0; i < values.length; i++) {
      int x = i % 37;
      int y = i / 37;
      values[i] = (x * x * 7 + y * 13 + x * y * 3) % 256 / 127.5f - 1;
    }

    var resized = method.resize(Image.owning(new ImageShape(29, 37, 1), values), 4, 5);

    var levels = expected.split(" ", -1);
    for (int i = 0; i < levels.length; i++) {
      float level = (resized.toArray()[i] + 1) * 127.5f;
      assertThat(level).isCloseTo(Float.parseFloat(levels[i]), within(1f));
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

      assertThat(resampling.part(image, size, size + 1, new Window(1, 2, 3, 2)))
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
