package io.pix2pix.bench.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatexTableTest {
  @Test
  void escapesWhatLatexTakesForCommands() {
    assertThat(LatexTable.escaped("50% of A_1 & {b} \\ # $ ~ ^ ± <"))
        .isEqualTo(
            "50\\% of A\\_1 \\& \\{b\\} \\textbackslash{} \\# \\$ \\textasciitilde{}"
                + " \\textasciicircum{} $\\pm$ \\textless{}");
  }

  @Test
  void specialCharactersStandForThemselves() {
    assertThat(LatexTable.escaped("A & B_1 {50 %}")).isEqualTo("A \\& B\\_1 \\{50 \\%\\}");
  }

  @Test
  void aTitleIsNotTakenForAnArgumentOfTheLineBreakBeforeIt() {
    assertThat(LatexTable.escaped("[a] *b")).isEqualTo("{[}a] {*}b");
  }
}
