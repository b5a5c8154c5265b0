package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.train.experiment.Tree.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100, 100",
    "-2.50, -2.5",
    "0.0002, 0.0002",
    "0.000001, 0.000001",
    "1e-8, 1.0E-8",
    "123456789, 123456789",
    "1e15, 1.0E15"
  })
  void writesNumbersAsPeopleDoUnlessTheyAreLong(double number, String text) {
    assertThat(Scalar.written(number)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isEqualTo(number);
  }
}
