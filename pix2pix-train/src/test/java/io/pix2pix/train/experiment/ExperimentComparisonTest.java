package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class ExperimentComparisonTest {
  private final ExperimentReader reader = new ExperimentReader(TestPlugins.ALL);
  private final ExperimentComparison comparison = new ExperimentComparison(TestPlugins.ALL);

  @Test
  void findsNothingBetweenEqualExperiments() {
    assertThatDifferences("generator: unet", "generator: {levels: 8}").isEmpty();
  }

  @Test
  void listsKeysWithBothValues() {
    assertThatDifferences(
            "training: {epochs: 2}\ngenerator: {normalization: {epsilon: 0.1}}",
            "training: {epochs: 4}\nlosses: [adversarial, {name: l1, weight: 10}]")
        .containsExactly(
            new ExperimentDifference("generator.normalization.epsilon", "0.1", "0.00001"),
            new ExperimentDifference("losses.1.weight", "100", "10"),
            new ExperimentDifference("training.epochs", "2", "4"));
  }

  @Test
  void comparesOnlyTheNamesOfDifferentPlugins() {
    assertThatDifferences("generator: unet", "generator: encoder-decoder")
        .containsExactly(new ExperimentDifference("generator.name", "unet", "encoder-decoder"));
  }

  @Test
  void comparesListsOfDifferentLengthsAsAWhole() {
    assertThatDifferences("augmentation: []", "augmentation: [mirror]")
        .containsExactly(new ExperimentDifference("augmentation", "[]", "[{name: mirror}]"));
  }

  @Test
  void comparesSettingsThoughTheExperimentsAreNamedDifferently() {
    assertThat(
            comparison.differences(
                reader.parse("name: a\nseed: 1", "a"), reader.parse("name: b\nseed: 2", "b")))
        .extracting(ExperimentDifference::key)
        .containsExactly("name", "seed");
  }

  private ListAssert<ExperimentDifference> assertThatDifferences(String first, String second) {
    return assertThat(
        comparison.differences(
            reader.parse("name: e\n" + first, "first"),
            reader.parse("name: e\n" + second, "second")));
  }
}
