package io.pix2pix.train.translation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.network.Generator;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Layers;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class GeneratorSizesTest {
  private static final Generator OF_64 = new Sized(64, 64);

  @Test
  void acceptsMultiples() {
    assertThatCode(() -> GeneratorSizes.check(OF_64, new ImageShape(64, 192, 3), "a.png"))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheFileAndTheSizesThatWouldDo() {
    assertThatThrownBy(() -> GeneratorSizes.check(OF_64, new ImageShape(100, 20, 3), "a.png"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "a.png: 20x100 pixels; this generator takes widths and heights of 64, 128, 192 and so on"
                + " (multiples of 64), the nearest is 64x128");
  }

  @Test
  void countsFromTheSmallestSize() {
    var from8 = new Sized(4, 8);

    assertThatCode(() -> GeneratorSizes.check(from8, new ImageShape(8, 12, 3), "a.png"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> GeneratorSizes.check(from8, new ImageShape(4, 15, 3), "a.png"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "a.png: 15x4 pixels; this generator takes widths and heights of 8, 12, 16 and so on"
                + " (multiples of 4), the nearest is 16x8");
  }

  private record Sized(int sizeMultiple, int smallestSize) implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      return condition;
    }
  }
}
