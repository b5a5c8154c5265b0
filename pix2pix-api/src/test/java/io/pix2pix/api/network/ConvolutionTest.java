package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvolutionTest {
  /** Sizes by PyTorch's formulas for Conv2d and ConvTranspose2d. */
  @ParameterizedTest
  @CsvSource({
    "256, 4, 2, 1, 128",
    "31, 4, 2, 1, 15",
    "31, 4, 1, 1, 30",
    "7, 3, 1, 0, 5",
    "2, 4, 1, 1, 1"
  })
  void shrinksAsPyTorchDoes(int size, int kernel, int stride, int padding, int expected) {
    assertThat(new Convolution(1, kernel, stride, padding, false).shrunk(size)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"4, 1, 0, 10", "3, 1, 1, 10", "3, 1, 0, 9", "2, 0, 0, 10"})
  void enlargesAsPyTorchDoes(int kernel, int padding, int outputPadding, int expected) {
    var convolution = new TransposedConvolution(1, kernel, 2, padding, outputPadding, false);

    assertThat(convolution.enlarged(5)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void doublesWithAnyKernel(int kernel) {
    assertThat(TransposedConvolution.doubling(1, kernel, false).enlarged(5)).isEqualTo(10);
  }

  @Test
  void refusesOutputPaddingAsWideAsTheStride() {
    assertThatThrownBy(() -> new TransposedConvolution(1, 3, 2, 1, 2, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("outputPadding must be from 0 to 1, not 2");
  }

  @Test
  void leavesNothingOfAnImageThatIsSmallerThanTheKernel() {
    assertThat(new Convolution(1, 4, 1, 1, false).shrunk(1)).isZero();
  }

  @Test
  void refusesPaddingAsWideAsTheKernel() {
    assertThatThrownBy(() -> new Convolution(1, 4, 2, 4, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("padding must be from 0 to 3, not 4");
  }
}
