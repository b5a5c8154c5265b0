package io.pix2pix.bench.report.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void showsThreeDigitsThatSaySomething() {
    assertThat(Digits.of(new double[] {0.512, 0.4}).text(0.5)).isEqualTo("0.500");
    assertThat(Digits.of(new double[] {23.4, 9}).text(9)).isEqualTo("9.0");
    assertThat(Digits.of(new double[] {5753}).text(493.4)).isEqualTo("493");
    assertThat(Digits.of(new double[] {0.0042}).text(0.0042)).isEqualTo("0.00420");
    assertThat(Digits.of(new double[] {1}).text(Double.NaN)).isEqualTo("–");
  }

  /** The paper prints 0.20 where a number alone would be 0.2. */
  @Test
  void printsTheNumbersOfThePaperWithItsDigits() {
    var printed = Digits.printed(new double[] {0.64, 0.2, 0.15});

    assertThat(printed.text(0.2)).isEqualTo("0.20");
    assertThat(Digits.printed(new double[] {18.9, 2}).text(2)).isEqualTo("2.0");
    assertThat(Digits.printed(new double[] {100}).text(100)).isEqualTo("100");
  }
}
