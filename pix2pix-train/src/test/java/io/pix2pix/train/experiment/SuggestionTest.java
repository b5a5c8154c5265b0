package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final ImmutableList<String> KNOWN =
      ImmutableList.of("depth", "learningRate", "unet");

  @Test
  void forgivesOneMistakeInEveryThreeLetters() {
    assertThat(Suggestion.near(KNOWN, "depht")).isEqualTo("; did you mean \"depth\"?");
    assertThat(Suggestion.near(KNOWN, "unett")).isEqualTo("; did you mean \"unet\"?");
    assertThat(Suggestion.near(KNOWN, "net")).isEqualTo("; did you mean \"unet\"?");
    assertThat(Suggestion.near(KNOWN, "step")).isEmpty();
  }

  @Test
  void forgivesCapitalsAndDashes() {
    assertThat(Suggestion.near(KNOWN, "LEARNING-RATE"))
        .isEqualTo("; did you mean \"learningRate\"?");
  }

  @Test
  void listsWhatIsKnown() {
    assertThat(Suggestion.among(KNOWN, "resnet")).isEqualTo("; known: depth, learningRate, unet");
    assertThat(Suggestion.among(ImmutableList.of(), "resnet")).isEqualTo("; known: none");
  }
}
