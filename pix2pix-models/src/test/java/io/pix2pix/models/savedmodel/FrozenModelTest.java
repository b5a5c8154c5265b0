package io.pix2pix.models.savedmodel;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static io.pix2pix.testing.PixAssertions.assertThatGradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.models.loss.LossOnImages;
import io.pix2pix.models.loss.feature.Perceptual;
import io.pix2pix.models.objective.Means;
import io.pix2pix.testing.TestGraph;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;

class FrozenModelTest {
  private static final Shape IMAGE = Shape.of(1, 1, 2, 2);
  private static final String DEFAULT = "serving_default";

  @TempDir private static Path folder;
  private static Path model;

  @BeforeAll
  static void write() {
    model = SavedModels.ofTwoChannels(folder.resolve("model"));
  }

  /** Pixels (0.4, 0.1) and (-0.2, 0.3): tanh(0.2 - 0.1) and tanh(-0.1 - 0.3). */
  @Test
  void givesTheFeatureMapsOfTheSignatureAndKeepsNoVariables() {
    try (var graph = new TestGraph()) {
      var image = graph.constant(IMAGE, 0.4f, 0.1f, -0.2f, 0.3f);
      var maps =
          new FrozenModel(model, DEFAULT)
              .build(graph.tf(), image, ImmutableList.of("small", "both"));

      assertThat(maps.get(0)).hasShape(1, 1, 2, 1);
      assertThat(graph.run(maps.get(0)))
          .containsExactly(
              new float[] {(float) Math.tanh(0.1), (float) Math.tanh(-0.4)}, within(1e-6f));
      assertThat(maps.get(1)).hasShape(1, 1, 2, 3);
      assertThat(graph.variables().all()).isEmpty();
    }
  }

  /**
   * A model as Keras writes it, where the graph only calls functions, which call others. Made with
   * TensorFlow 2.21 for Python: {@code tf.saved_model.save} of a {@code tf.Module} with a variable
   * kernel, whose {@code tf.function} gives {@code small} by way of a second one that convolves,
   * and {@code second}, twice the second half of {@code tf.split(x, 2, axis=3)}.
   */
  @Test
  void takesFunctionsApart() throws URISyntaxException {
    var calls = Path.of(Resources.getResource("saved-model-with-calls").toURI());
    try (var graph = new TestGraph()) {
      var image = graph.constant(IMAGE, 0.4f, 0.1f, -0.2f, 0.3f);
      var maps =
          new FrozenModel(calls, DEFAULT)
              .build(graph.tf(), image, ImmutableList.of("small", "second"));

      assertThat(graph.run(maps.get(0)))
          .containsExactly(
              new float[] {(float) Math.tanh(0.1), (float) Math.tanh(-0.4)}, within(1e-6f));
      assertThat(graph.run(maps.get(1))).containsExactly(0.2f, 0.6f);
    }
    assertThatGradient(
            (graph, x) -> {
              var maps =
                  new FrozenModel(calls, DEFAULT).build(graph.tf(), x, ImmutableList.of("small"));
              return Means.mean(graph.tf(), maps.get(0));
            })
        .agreesWithDifferences(IMAGE, new float[] {0.4f, 0.1f, -0.2f, 0.3f}, 1e-2);
  }

  @Test
  void gradientsFlowThroughIt() {
    assertThatGradient(
            (graph, x) -> {
              var maps =
                  new FrozenModel(model, DEFAULT).build(graph.tf(), x, ImmutableList.of("both"));
              return Means.mean(graph.tf(), graph.tf().math.square(maps.get(0)));
            })
        .agreesWithDifferences(IMAGE, new float[] {0.4f, 0.1f, -0.2f, 0.3f}, 1e-2);
  }

  /**
   * Target (0.4, 0.1), (-0.2, 0.3) and generated 0: small differs by 0.099668 and 0.379949, on
   * average 0.239809; both also by 0.4, 0.1, 0.2, 0.3, on average (0.479617 + 1) / 6 = 0.246603.
   */
  @Test
  void perceptualComparesTheMapsEachWithItsWeight() {
    var loss =
        new Perceptual(
            model.toString(),
            DEFAULT,
            ImmutableList.of("small", "both"),
            ImmutableList.of(2.0, 0.5),
            Weight.constant(1));

    assertThat(new LossOnImages(loss, IMAGE).of(new float[] {0.4f, 0.1f, -0.2f, 0.3f}, 0, 0, 0, 0))
        .isCloseTo(2 * 0.239809f + 0.5f * 0.246603f, within(1e-5f));
    new LossOnImages(loss, Shape.of(1, 2, 2, 2)).requireGradient(2e-2);
  }

  @Test
  void perceptualWantsAWeightForEachMapOrNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Perceptual(
                    "m",
                    DEFAULT,
                    ImmutableList.of("a"),
                    ImmutableList.of(1.0, 2.0),
                    Weight.constant(1)))
        .withMessage("mapWeights must be as many as outputs: 1, not 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serving        | small | has no signature \"serving\"; known:",
        "serving_default| large | has no output \"large\"; known: both, mean, small",
        "serving_default| mean  | output mean is no feature map [n, h, w, c] of float32",
      })
  void refusesWhatTheModelDoesNotHave(String signature, String output, String message) {
    try (var graph = new TestGraph()) {
      var image = graph.constant(IMAGE, 0, 0, 0, 0);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new FrozenModel(model, signature)
                      .build(graph.tf(), image, ImmutableList.of(output)))
          .withMessageStartingWith(model.toString())
          .withMessageContaining(message);
    }
  }

  @Test
  void refusesImagesOfOtherChannels() {
    try (var graph = new TestGraph()) {
      var image = graph.constant(Shape.of(1, 1, 2, 1), 0, 0);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new FrozenModel(model, DEFAULT)
                      .build(graph.tf(), image, ImmutableList.of("small")))
          .withMessageContaining("cannot be frozen");
    }
  }

  @Test
  void refusesAFolderWithoutAModel() {
    try (var graph = new TestGraph()) {
      var image = graph.constant(IMAGE, 0, 0, 0, 0);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new FrozenModel(folder, DEFAULT)
                      .build(graph.tf(), image, ImmutableList.of("small")))
          .withMessage(
              folder + ": holds no saved_model.pb; name the folder of a TensorFlow SavedModel");
    }
  }
}
