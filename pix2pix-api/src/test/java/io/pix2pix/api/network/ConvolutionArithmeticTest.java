package io.pix2pix.api.network;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Convolutions of our layers, and their gradients of first and second order, against sums of
 * products in Java.
 */
@Tag("numerical")
@Tag("exhaustive")
class ConvolutionArithmeticTest {
  private static final int RUNS = 5;
  private static final int[] SIZES = {1, 2, 5, 8};
  private static final int[][] CHANNELS = {{1, 1}, {1, 2}, {2, 1}, {3, 8}, {16, 9}};

  @ParameterizedTest
  @CsvSource({
    "1, 1", "1, 2", "1, 3", "2, 1", "2, 2", "2, 3", "3, 1", "3, 2", "3, 3", "4, 1", "4, 2", "4, 3",
    "5, 1", "5, 2", "6, 2", "7, 1", "7, 2"
  })
  void convolutionsAndTheirGradientsAreSumsOfProducts(int kernel, int stride) {
    for (int padding : paddings(kernel)) {
      try (var cases = new ConvolutionCases()) {
        for (int[] channels : CHANNELS) {
          for (var border : borders(channels)) {
            var convolution = new Convolution(channels[1], kernel, stride, padding, border, false);
            add(cases, convolution, channels[0]);
          }
        }
        cases.assertHold(RUNS);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1", "1, 2", "1, 3", "2, 1", "2, 2", "2, 3", "3, 1", "3, 2", "3, 3", "4, 1", "4, 2", "4, 3",
    "5, 1", "5, 2", "6, 2", "7, 1", "7, 2"
  })
  void transposedConvolutionsAndTheirGradientsAreSumsOfProducts(int kernel, int stride) {
    for (int padding : paddings(kernel)) {
      try (var cases = new ConvolutionCases()) {
        for (int[] channels : CHANNELS) {
          for (int more : IntStream.of(0, stride - 1).distinct().toArray()) {
            add(
                cases,
                new TransposedConvolution(channels[1], kernel, stride, padding, more, false),
                channels[0]);
          }
        }
        cases.assertHold(RUNS);
      }
    }
  }

  /** A border is made before the convolution: two that differ in it alone are compared once. */
  private static List<Border> borders(int[] channels) {
    return channels[1] == 1 ? List.of(Border.values()) : List.of(Border.ZEROS, Border.REFLECTION);
  }

  private static int[] paddings(int kernel) {
    return IntStream.of(0, (kernel - 1) / 2, kernel - 1).distinct().toArray();
  }

  private static void add(ConvolutionCases cases, Convolution convolution, int in) {
    boolean mirrored = convolution.border() != Border.ZEROS;
    for (int i = 0; i < SIZES.length; i++) {
      int size = SIZES[i];
      int least = convolution.border().leastSize(convolution.padding());
      boolean useful = !mirrored || (convolution.padding() > 0 && size >= least);
      if (useful && convolution.shrunk(size) >= 1) {
        cases.add(convolution, 1 + i % 3, size, size + i % 2, in);
      }
    }
  }

  private static void add(ConvolutionCases cases, TransposedConvolution convolution, int in) {
    for (int i = 0; i < SIZES.length; i++) {
      int size = SIZES[i];
      if (convolution.enlarged(size) >= 1) {
        cases.add(convolution, 1 + i % 3, size, size + i % 2, in);
      }
    }
  }
}
