package io.pix2pix.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.TransposedConvolution;
import io.pix2pix.testing.TestGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class CheckpointsTest {
  @TempDir private Path folder;
  private final TestGraph graph = new TestGraph();

  @BeforeEach
  void build() {
    var x = graph.constant(Shape.of(1, 2, 2, 1), 0, 0, 0, 0);
    graph
        .layers("generator", Phase.TRAINING)
        .transposedConvolution(x, TransposedConvolution.doubling(2, 4, true));
    graph.variables().counter("optimizer/updates/generator");
    graph.initialize();
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void restoresEveryVariable() {
    var kernel = new float[4 * 4 * 2];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = i;
    }
    graph.set("generator/kernel", kernel);
    checkpoints(3).write(12, graph.variables(), graph.session());
    graph.initialize();

    var newest = checkpoints(3).newest().orElseThrow();
    newest.restore(graph.variables(), graph.session());

    assertThat(newest.step()).isEqualTo(12);
    assertThat(graph.get("generator/kernel")).isEqualTo(kernel);
  }

  @Test
  void keepsTheNewest() {
    for (int step = 1; step <= 4; step++) {
      checkpoints(2).write(step, graph.variables(), graph.session());
    }

    assertThat(folder)
        .isDirectoryContaining("glob:**step-00000003.safetensors")
        .isDirectoryContaining("glob:**step-00000004.safetensors");
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void opensTheOneOfAStep() {
    for (int step = 1; step <= 4; step++) {
      checkpoints(2).write(step, graph.variables(), graph.session());
    }

    assertThat(checkpoints(2).steps()).containsExactly(3L, 4L);
    assertThat(checkpoints(2).at(3).step()).isEqualTo(3);
    assertThatThrownBy(() -> checkpoints(2).at(2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(folder + ": has no checkpoint of step 2; it keeps those of [3, 4]");
  }

  @Test
  void fallsBackToTheOneBeforeWhereTheNewestIsCutShort() throws IOException {
    checkpoints(3).write(1, graph.variables(), graph.session());
    checkpoints(3).write(2, graph.variables(), graph.session());
    var newest = folder.resolve("step-00000002.safetensors");
    Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 100));

    assertThat(checkpoints(3).newest()).map(Checkpoint::step).contains(1L);
  }

  @Test
  void aDamagedOneIsNotKeptInPlaceOfOneThatIsWhole() throws IOException {
    checkpoints(2).write(10, graph.variables(), graph.session());
    Files.write(folder.resolve("step-00000013.safetensors"), new byte[3]);

    checkpoints(2).write(11, graph.variables(), graph.session());

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("step-00000010.safetensors", "step-00000011.safetensors");
  }

  @Test
  void saysSoWhereNoneIsWhole() throws IOException {
    Files.write(folder.resolve("step-00000002.safetensors"), new byte[3]);

    assertThatThrownBy(() -> checkpoints(3).newest())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none of its 1 checkpoints is whole");
  }

  @Test
  void neverWritesAWeightThatIsNotFinite() {
    checkpoints(1).write(1, graph.variables(), graph.session());
    graph.set("generator/bias", 0, Float.NaN);

    assertThatThrownBy(() -> checkpoints(1).write(2, graph.variables(), graph.session()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("generator/bias has values that are infinite or not a number");
    assertThat(folder.toFile().list()).containsExactly("step-00000001.safetensors");
  }

  @Test
  void namesTheTensorWhoseShapeTheExperimentMakesOtherwise() {
    checkpoints(1).write(1, graph.variables(), graph.session());
    try (var other = new TestGraph()) {
      var x = other.constant(Shape.of(1, 2, 2, 1), 0, 0, 0, 0);
      other
          .layers("generator", Phase.TRAINING)
          .transposedConvolution(x, TransposedConvolution.doubling(3, 4, true));
      var newest = checkpoints(1).newest().orElseThrow();

      assertThatThrownBy(() -> newest.restore(other.variables(), other.session()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(
              "generator/kernel has shape [4, 4, 1, 2], the experiment makes it [4, 4, 1, 3]");
    }
  }

  private Checkpoints checkpoints(int keep) {
    return new Checkpoints(folder, keep);
  }
}
