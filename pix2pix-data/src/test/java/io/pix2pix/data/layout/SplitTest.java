package io.pix2pix.data.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final Split GROUPS = new Split(0.1, 0.1, 1, "(drive\\d+)_.*");

  /** Positions by Python: sha256(struct.pack('<q', seed) + name), its first 8 bytes / 2^64. */
  @Test
  void theSplitOfAPairFollowsFromSeedAndNameAlone() {
    assertThat(Split.USUAL.of("d")).isEqualTo("test"); // 0.021
    assertThat(Split.USUAL.of("8")).isEqualTo("train"); // 0.851
    assertThat(new Split(0.1, 0.02, 1, "").of("d")).isEqualTo("val");
    assertThat(new Split(0.1, 0.86, 1, "").of("8")).isEqualTo("test");
    assertThat(new Split(0.1, 0.85, 1, "").of("8")).isEqualTo("val");
  }

  @Test
  void aPairStaysInItsSplitWhenOthersComeAndGo() {
    var few = Split.USUAL.select("data", "test", List.of("d", "8", "3"), name -> name);
    var many = Split.USUAL.select("data", "test", List.of("9", "3", "2", "d"), name -> name);

    assertThat(few).containsExactly("d", "3"); // 0.021, 0.029
    assertThat(many).containsExactly("9", "3", "d"); // 0.089, 0.029, 0.021
  }

  @Test
  void groupsAreKeptTogether() {
    var names = List.of("drive1_1", "drive1_2", "drive2_1", "drive2_2", "drive1_3");

    assertThat(GROUPS.select("data", "test", names, name -> name)) // drive1: 0.044
        .containsExactly("drive1_1", "drive1_2", "drive1_3");
    assertThat(GROUPS.select("data", "train", names, name -> name)) // drive2: 0.370
        .containsExactly("drive2_1", "drive2_2");
  }

  @Test
  void anExpressionThatFindsNoGroupIsRefused() {
    assertThatThrownBy(() -> GROUPS.select("data", "train", List.of("a", "b"), name -> name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "data: data.split.group \"(drive\\d+)_.*\" fits no pair, such as a; give an expression"
                + " that finds the group in such names");
  }

  @Test
  void aSplitWithoutPairsIsRefused() {
    assertThatThrownBy(() -> Split.USUAL.select("data", "val", List.of("d", "8"), name -> name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "data: has no split val of its own, and none of its 2 pairs falls into it; give"
                + " data.split a greater share of val, or another seed");
  }

  @Test
  void sharesThatLeaveNothingForTrainAreRefused() {
    assertThatThrownBy(() -> new Split(0.5, 0.5, 1, ""))
        .hasMessage("split: val and test must leave a share for train, not be 0.5 and 0.5");
    assertThatThrownBy(() -> new Split(0.1, 0.1, 1, "("))
        .hasMessageStartingWith("split.group must be a regular expression");
  }
}
