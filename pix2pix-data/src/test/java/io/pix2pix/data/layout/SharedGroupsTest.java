package io.pix2pix.data.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedGroupsTest {
  private final SharedGroups groups = new SharedGroups();

  @Test
  void groupsOfOneSplitAreNotShared() {
    groups.add("train", "anna");
    groups.add("train", "anna");
    groups.add("test", "ben");

    assertThat(groups.words()).isEmpty();
  }

  @Test
  void groupsOfSeveralSplitsAreCountedAndTheFirstIsNamed() {
    groups.add("train", "cleo");
    groups.add("train", "anna");
    groups.add("val", "anna");
    groups.add("test", "anna");
    groups.add("test", "cleo");

    assertThat(groups.words())
        .hasValue(
            "2 groups with pairs in several splits, such as anna; test pairs look better than they"
                + " are then");
  }
}
