package io.pix2pix.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class LabelTest {

  @Test
  void hasColorsThatDifferPlainly() {
    for (Label one : Label.values()) {
      for (Label other : Label.values()) {
        if (one != other) {
          assertThat(distance(one.color(), other.color()))
              .as("%s and %s", one, other)
              .isGreaterThan(60);
        }
      }
    }
  }

  private static double distance(Color one, Color other) {
    double red = one.getRed() - other.getRed();
    double green = one.getGreen() - other.getGreen();
    double blue = one.getBlue() - other.getBlue();
    return Math.sqrt(red * red + green * green + blue * blue);
  }
}
