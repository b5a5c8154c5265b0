package io.pix2pix.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.loss.Objective;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.training.Training;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.initializer.Normal;
import io.pix2pix.models.loss.Adversarial;
import io.pix2pix.models.loss.L1;
import io.pix2pix.models.objective.CrossEntropy;
import io.pix2pix.models.objective.LeastSquares;
import io.pix2pix.testing.Tensors;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.optimizer.Adam;
import io.pix2pix.train.weights.SafetensorsReader;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class TrajectoryGoldenIT extends UnderEachFormulation {
  private static final int COLUMNS = 4;
  private static final Offset<Float> WEIGHTS = Offset.offset(1e-4f);

  @Test
  void trainingTakesTheStepsOfThePort() {
    try (var golden = Goldens.open("trajectory.safetensors");
        var graph = TrainingGraph.open(experiment(golden), shape(golden))) {
      generator(golden, "init.G.").writeTo(graph.variables(), graph.session());
      discriminator(golden, "init.D.").writeTo(graph.variables(), graph.session());

      int steps = golden.shape("losses").get(0).intValue();
      for (int step = 0; step < steps; step++) {
        assertLosses(golden, step, run(graph, golden, step));
      }

      assertThat(graph.variables().all()).isNotEmpty();
      graph.variables().all().forEach(variable -> assertWeights(golden, graph, variable));
    }
  }

  private static float[] run(TrainingGraph graph, SafetensorsReader golden, int step) {
    try (var batch = new Batch(tensor(golden, "x." + step), tensor(golden, "y." + step))) {
      return graph.step(batch, step);
    }
  }

  /**
   * The columns of the file are G's adversarial term, its L1 times lambda, D on real and D on fake.
   */
  private static void assertLosses(SafetensorsReader golden, int step, float[] found) {
    var tolerance = Percentage.withPercentage(step == 0 ? 0.01 : 0.1);
    var expected = golden.floats("losses");
    float[] ours = {found[0], found[3] * lambda(golden), found[2], found[1]};
    for (int column = 0; column < COLUMNS; column++) {
      assertThat(ours[column])
          .as("step %s, column %s", step + 1, column)
          .isCloseTo(expected[step * COLUMNS + column], tolerance);
    }
  }

  private static void assertWeights(
      SafetensorsReader golden, TrainingGraph graph, Variable<?> variable) {
    if (variable.name().startsWith("optimizer/") || isBiasBeforeInstanceNorm(golden, variable)) {
      return;
    }
    var port =
        variable.name().startsWith("generator/")
            ? generator(golden, "final.G.")
            : discriminator(golden, "final.D.");
    try (var value = (TFloat32) variable.read(graph.session())) {
      assertThat(Tensors.toArray(value))
          .as(variable.name())
          .containsExactly(port.valueOf(variable), WEIGHTS);
    }
  }

  /**
   * Their true gradient is zero, Adam amplifies the rounding of it, and no output depends on them.
   */
  private static boolean isBiasBeforeInstanceNorm(SafetensorsReader golden, Variable<?> variable) {
    if (Goldens.normalization(golden).offset() || !variable.name().endsWith("/bias")) {
      return false;
    }
    int levels = Goldens.number(golden, "num_downs");
    return !ImmutableList.of(
            "generator/encoder1/bias",
            "generator/encoder" + levels + "/bias",
            "generator/decoder1/bias",
            "discriminator/layer1/bias",
            "discriminator/logits/bias")
        .contains(variable.name());
  }

  private static Experiment experiment(SafetensorsReader golden) {
    return new Experiment(
        "golden",
        1,
        new NoData(),
        ImmutableList.of(),
        unet(golden),
        patch(golden),
        ImmutableList.of(new Adversarial(objective(golden), 1), l1(golden)),
        new Training(1, golden.shape("x.0").get(0).intValue(), adam(golden), new Normal(0, 0.02)));
  }

  private static Unet unet(SafetensorsReader golden) {
    int filters = golden.shape("init.G.model.model.0.weight").get(0).intValue();
    return Goldens.unet(
        Goldens.number(golden, "num_downs"), filters, Goldens.normalization(golden));
  }

  private static PatchGan patch(SafetensorsReader golden) {
    int filters = golden.shape("init.D.model.0.weight").get(0).intValue();
    int field = PatchFields.of(Goldens.number(golden, "n_layers_D"));
    return new PatchGan(field, filters, true, Goldens.normalization(golden), false);
  }

  private static L1 l1(SafetensorsReader golden) {
    return new L1(lambda(golden));
  }

  private static float lambda(SafetensorsReader golden) {
    return Float.parseFloat(golden.metadata().getOrDefault("lam", "100"));
  }

  private static Objective objective(SafetensorsReader golden) {
    return golden.metadata().getOrDefault("gan", "vanilla").equals("lsgan")
        ? new LeastSquares()
        : new CrossEntropy();
  }

  private static Adam adam(SafetensorsReader golden) {
    var text = golden.metadata().getOrDefault("adam", "lr 2e-4 beta1 0.5 beta2 0.999 eps 1e-8");
    var numbers =
        Pattern.compile("(?:lr|beta1|beta2|eps) (\\S+)")
            .matcher(text)
            .results()
            .map(match -> Double.valueOf(match.group(1)))
            .toList();
    var settings = Doubles.toArray(numbers);
    return new Adam(settings[0], settings[1], settings[2], settings[3]);
  }

  private static PairShape shape(SafetensorsReader golden) {
    return new PairShape(imageShape(golden, "x.0"), imageShape(golden, "y.0"));
  }

  private static ImageShape imageShape(SafetensorsReader golden, String name) {
    var shape = golden.shape(name);
    return new ImageShape(
        shape.get(2).intValue(), shape.get(3).intValue(), shape.get(1).intValue());
  }

  private static TFloat32 tensor(SafetensorsReader golden, String name) {
    return Tensors.ofArray(Goldens.imageShape(golden, name), Goldens.images(golden, name));
  }

  private static PortWeights generator(SafetensorsReader golden, String prefix) {
    return PortWeights.of(golden, prefix, "generator", unet(golden));
  }

  private static PortWeights discriminator(SafetensorsReader golden, String prefix) {
    return PortWeights.of(golden, prefix, "discriminator", patch(golden));
  }
}
