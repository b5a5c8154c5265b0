package io.pix2pix.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvenSampleTest {
  @Test
  void spreadsFromTheFirstOn() {
    assertThat(EvenSample.of(10, 4)).containsExactly(0, 2, 5, 7);
  }

  @Test
  void takesAllOfAFew() {
    assertThat(EvenSample.of(3, 4)).containsExactly(0, 1, 2);
  }
}
