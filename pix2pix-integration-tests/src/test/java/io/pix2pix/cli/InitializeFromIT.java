package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.train.weights.SafetensorsReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that start from the weights of another. */
class InitializeFromIT {
  private static final String FROZEN =
      "networks.updates=[{network: discriminator}, {network: generator, frozenUntil: 12}]";

  @TempDir private static Path home;
  private static Pix2Pix pix2pix;
  private static Path first;

  @BeforeAll
  static void train() {
    pix2pix = new Pix2Pix(home);
    first = pix2pix.trained("first");
  }

  @Test
  void aRunStartsFromTheNewestCheckpointOfAnother() {
    var second = pix2pix.trained("second", "--initialize-from", first.toString(), "--set", FROZEN);

    assertThat(second.resolve("run.json"))
        .content()
        .contains("\"initialized\"", "\"generator\"", "\"discriminator\"", last(first).toString());
    assertThat(kernel(last(second), "generator/encoder1/kernel"))
        .as("frozen throughout")
        .containsExactly(kernel(last(first), "generator/encoder1/kernel"));
    assertThat(kernel(last(second), "discriminator/layer1/kernel"))
        .as("trained on")
        .isNotEqualTo(kernel(last(first), "discriminator/layer1/kernel"));
  }

  @Test
  void theStartIsThereBeforeTheFirstStep() {
    // Of 2 epochs, the first of its three checkpoints is kept.
    var third =
        pix2pix.trained(
            "third", "--initialize-from", last(first).toString(), "--set", "training.epochs=2");

    assertThat(
            kernel(
                third.resolve("checkpoints/step-00000000.safetensors"),
                "generator/encoder1/kernel"))
        .containsExactly(kernel(last(first), "generator/encoder1/kernel"));
  }

  @Test
  void weightsOfAnotherNetworkAreNamedAndRefusedBeforeAnythingIsWritten() {
    pix2pix
        .train("other", "--initialize-from", first.toString(), "--set", "generator.filters=8")
        .refuses(
            1,
            "cannot initialize generator: generator/encoder1/kernel is [4, 4, 3, 4], but the"
                + " experiment makes it [4, 4, 3, 8]",
            "give weights of the same network");
    pix2pix
        .train("other", "--initialize-from", first.toString(), "--set", "generator.levels=3")
        .refuses(1, "is missing");
    assertThat(home.resolve("runs/other")).doesNotExist();
  }

  @Test
  void aSourceThatIsNoneIsRefused() {
    pix2pix
        .train("other", "--initialize-from", home.resolve("nothing").toString())
        .refuses(1, "there is no such file");
  }

  @Test
  void aResumedRunHasItsWeights() {
    pix2pix
        .train("first", "--resume", "--initialize-from", first.toString())
        .refuses(1, "--initialize-from: is for new runs");
  }

  private static Path last(Path run) {
    return run.resolve("checkpoints/step-00000012.safetensors");
  }

  private static float[] kernel(Path checkpoint, String name) {
    try (var reader = SafetensorsReader.open(checkpoint)) {
      return reader.floats(name);
    }
  }
}
