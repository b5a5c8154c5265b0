package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

  @ParameterizedTest
  @CsvSource({
    ".0002, 0.0002",
    "+1, 1",
    "1_000, 1000",
    "-.5, -0.5",
    "+2e-4, 0.0002",
    "1_000.5, 1000.5",
    "007, 7",
    "0x1F, 31",
    "0o17, 15",
    "+1_000_000, 1000000"
  })
  void readsTheNumbersOfYaml12AndUnderscoresBetweenDigits(String text, double number) {
    assertThat(PlainNumber.of(text).orElseThrow().doubleValue()).isEqualTo(number);
  }

  /** The parser gives a plain 5 as a number, so that the text was in quotes. */
  @ParameterizedTest
  @ValueSource(strings = {"5", "2e-4", "-1.5", "1_", "_1", "1__0", "e4", ".", "+", "1.2.3", "sky"})
  void leavesOtherTextsAlone(String text) {
    assertThat(PlainNumber.of(text)).isEmpty();
  }
}
