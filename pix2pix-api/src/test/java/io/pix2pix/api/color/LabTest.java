package io.pix2pix.api.color;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference values by scikit-image 0.26 (color.rgb2xyz; its rgb2lab has a slightly different white)
 * and NumPy: the formulas of Lab with the white of D65 that belongs to the matrix.
 */
class LabTest {
  private static final String REFERENCE =
      """
      255, 0, 0, 53.2405879, 80.0941668, 67.2015370
      0, 255, 0, 87.7350995, -86.1812575, 83.1774771
      12, 100, 200, 43.3012797, 15.3687449, -58.3902584
      3, 2, 1, 0.5868717, 0.1224603, 0.4705925
      """;

  @ParameterizedTest
  @CsvSource(textBlock = REFERENCE)
  void colorsHaveTheValuesOfTheFormulas(
      int red, int green, int blue, double lightness, double a, double b) {
    var lab = Lab.of(new Rgb(red / 255.0, green / 255.0, blue / 255.0));

    assertThat(new double[] {lab.lightness(), lab.a(), lab.b()})
        .containsExactly(new double[] {lightness, a, b}, Offset.offset(1e-4));
  }

  @ParameterizedTest
  @CsvSource(textBlock = REFERENCE)
  void valuesHaveTheirColors(int red, int green, int blue, double lightness, double a, double b) {
    var color = new Lab(lightness, a, b).toRgb();

    assertThat(new double[] {255 * color.red(), 255 * color.green(), 255 * color.blue()})
        .containsExactly(new double[] {red, green, blue}, Offset.offset(1e-3));
  }

  /** L is 116 (1/2)^(1/3) - 16 at half the light of white, and linear in light below 0.008856. */
  @Test
  void graysHaveNoColorAndTheLightnessOfTheirLight() {
    double half = 1.055 * Math.pow(0.5, 1 / 2.4) - 0.055;
    double dark = 12.92 * 0.002;

    assertThat(Lab.of(new Rgb(half, half, half)).lightness())
        .isCloseTo(76.0692610, Offset.offset(1e-6));
    assertThat(Lab.of(new Rgb(dark, dark, dark)).lightness())
        .isCloseTo(903.2962963 * 0.002, Offset.offset(1e-6));
    assertThat(Lab.of(new Rgb(half, half, half)).a()).isCloseTo(0, Offset.offset(1e-9));
    assertThat(Lab.of(new Rgb(half, half, half)).b()).isCloseTo(0, Offset.offset(1e-9));
  }

  @Test
  void everyFifteenthShadeComesBack() {
    for (int shade = 0; shade < 18 * 18 * 18; shade++) {
      var color =
          new Rgb(shade % 18 * 15 / 255.0, shade / 18 % 18 * 15 / 255.0, shade / 324 * 15 / 255.0);

      var back = Lab.of(color).toShownRgb();

      assertThat(new double[] {back.red(), back.green(), back.blue()})
          .containsExactly(
              new double[] {color.red(), color.green(), color.blue()}, Offset.offset(1e-6));
    }
  }

  @Test
  void colorsThatNoScreenShowsBecomePalerAndKeepTheirLightnessAndHue() {
    var glaring = new Lab(80, 60, -90);

    var shown = glaring.toShownRgb();
    var lab = Lab.of(shown);

    assertThat(glaring.toRgb().isShown()).isFalse();
    assertThat(shown.isShown()).isTrue();
    assertThat(lab.lightness()).isCloseTo(80, Offset.offset(1e-3));
    assertThat(lab.a() / lab.b()).isCloseTo(60.0 / -90, Offset.offset(1e-3));
    assertThat(lab.a()).isBetween(10.0, 60.0);
  }
}
