package io.pix2pix.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void showsWhatCommandsATerminalAsEscapes() {
    assertThat(VisibleText.line("a\u001b[31mred\u0007\u009b2J"))
        .isEqualTo("a\\u001b[31mred\\u0007\\u009b2J");
  }

  @Test
  void showsWhatTurnsTheOrderOfATextAroundAsEscapes() {
    assertThat(VisibleText.line("photo\u202egnp.exe\u2066\ufeff"))
        .isEqualTo("photo\\u202egnp.exe\\u2066\\ufeff");
    assertThat(VisibleText.line(Character.toString(0xe0041))).isEqualTo("\\u{e0041}");
  }

  @Test
  void showsHalvesOfCharactersAsEscapes() {
    assertThat(VisibleText.line("a\ud83db")).isEqualTo("a\\ud83db");
  }

  @Test
  void leavesTheWordsOfAllLanguagesAlone() {
    var words = "façade 正面 Ελλάδα می\u200cخواهم 👩\u200d🚀";

    assertThat(VisibleText.line(words)).isSameAs(words);
  }

  @Test
  void keepsLineBreaksAndTabsOfSeveralLinesAlone() {
    assertThat(VisibleText.lines("a\n\tb\r\nc\rd\u2028e")).isEqualTo("a\n\tb\nc\\u000dd\\u2028e");
    assertThat(VisibleText.line("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
  }

  @Test
  void isTheSameWhenDoneTwice() {
    var once = VisibleText.line("a\u001b[31m");

    assertThat(VisibleText.line(once)).isEqualTo(once);
  }

  @Test
  void isWhatMessagesOfWrongInputAre() {
    assertThat(new InvalidInputException("\u001b]0;x\u0007.png: is damaged"))
        .hasMessage("\\u001b]0;x\\u0007.png: is damaged");
  }

  @Test
  void messagesOfWrongInputAreOneLineWhateverTheyQuote() {
    assertThat(new InvalidInputException("a.npy: is damaged: x\r\ny\u2028z\tu"))
        .hasMessage("a.npy: is damaged: x y z\\u0009u");
  }

  @Test
  void messagesThatQuoteAWholeFileShowBeginningAndEnd() {
    assertThat(new InvalidInputException("a: \"" + "x".repeat(10_000) + "\" is none; give one"))
        .hasMessageStartingWith("a: \"xxx")
        .hasMessageContaining("xxx ... xxx")
        .hasMessageEndingWith("xxx\" is none; give one")
        .message()
        .hasSize(2005);
  }
}
