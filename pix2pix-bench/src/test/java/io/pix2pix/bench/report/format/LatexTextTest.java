package io.pix2pix.bench.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatexTextTest {
  @Test
  void specialCharactersStandForThemselves() {
    assertThat(LatexText.escaped("A & B_1 {50 %}")).isEqualTo("A \\& B\\_1 \\{50 \\%\\}");
  }

  @Test
  void aTitleIsNotTakenForAnArgumentOfTheLineBreakBeforeIt() {
    assertThat(LatexText.escaped("[a] *b")).isEqualTo("{[}a] {*}b");
  }
}
