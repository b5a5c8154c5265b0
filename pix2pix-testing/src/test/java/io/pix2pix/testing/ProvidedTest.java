package io.pix2pix.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ProvidedTest {
  private static final String ADVICE = "needs chromium on the PATH";

  @Test
  void goesOnWithWhatIsThere() {
    assertThatCode(() -> Provided.require(true, ADVICE, false)).doesNotThrowAnyException();
    assertThatCode(() -> Provided.require(true, ADVICE, true)).doesNotThrowAnyException();
  }

  @Test
  void skipsATestThatLacksSomething() {
    assertThatThrownBy(() -> Provided.require(false, ADVICE, false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining(ADVICE);
  }

  @Test
  void failsItInContinuousIntegration() {
    assertThatThrownBy(() -> Provided.require(false, ADVICE, true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(ADVICE + "; with CI=true no such test may be skipped");
  }
}
