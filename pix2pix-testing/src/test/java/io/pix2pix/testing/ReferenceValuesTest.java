package io.pix2pix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReferenceValuesTest {

  @Test
  void readsTheLineOfAName() {
    assertThat(ReferenceValues.of(ReferenceValuesTest.class, "two halves"))
        .containsExactly(0.5f, -0.5f);
    assertThat(ReferenceValues.of(ReferenceValuesTest.class, "two")).containsExactly(2);
  }

  @Test
  void refusesANameWithoutALineAndAWordThatIsNoNumber() {
    assertThatThrownBy(() -> ReferenceValues.of(ReferenceValuesTest.class, "halves"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ReferenceValuesTest.txt: 0 lines \"halves: ...\"");
    assertThatThrownBy(() -> ReferenceValues.of(ReferenceValuesTest.class, "words"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReferenceValues.of(String.class, "two"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("String.txt");
  }
}
