package io.pix2pix.train.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.NetworkUpdate;
import io.pix2pix.api.Networks;
import io.pix2pix.api.Networks.NamedDiscriminator;
import io.pix2pix.api.Networks.NamedGenerator;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.training.Update;
import io.pix2pix.testing.Tensors;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Two generators: G(x) = w x, and the way back F(y) = u y, with w = u = 1 at first, x = 2, y = 3
 * and a learning rate of 0.5. G minimizes F(G(x)) = u w x, F minimizes F(y) = u y.
 */
class NetworksTest {
  private static final Loss ROUND_TRIP =
      () ->
          ImmutableList.of(
              Term.of(
                  "there",
                  ParameterGroup.GENERATOR,
                  1,
                  context -> scalar(context, context.generate("back", context.generated(), 1))),
              Term.of(
                  "back",
                  new ParameterGroup("back"),
                  1,
                  context -> scalar(context, context.generate("back", context.target(), 1))));

  /** F: u = 1 - 0.5 y = -0.5. Then G: its loss is u w x = -1, w = 1 - 0.5 u x = 1.5. */
  @Test
  void aFurtherGeneratorIsUpdatedBeforeTheGenerator() {
    try (var graph = open(ImmutableList.of());
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.columns()).containsExactly("generator.there", "back.back");
      assertThat(graph.step(batch, 0)).containsExactly(-1, 3);
      assertThat(value(graph, "back/kernel")).isEqualTo(-0.5f);
      assertThat(value(graph, "generator/kernel")).isEqualTo(1.5f);
    }
  }

  /** G: its loss is 2, w = 1 - 0.5 u x = 0, at twice the rate -1. F as before. */
  @Test
  void anExperimentOrdersUpdatesAndGivesThemRates() {
    var updates =
        ImmutableList.of(
            new NetworkUpdate("generator", NetworkUpdate.OWN, 2, 0), NetworkUpdate.of("back"));
    try (var graph = open(updates);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.step(batch, 0)).containsExactly(2, 3);
      assertThat(value(graph, "generator/kernel")).isEqualTo(-1);
      assertThat(value(graph, "back/kernel")).isEqualTo(-0.5f);
    }
  }

  /**
   * Step 0 changes F alone: u = -0.5, and G's loss is u w x = -1. Step 1: F's loss is -1.5, u = -2,
   * G's loss is -4, w = 1 - 0.5 u x = 3.
   */
  @Test
  void aFrozenNetworkStaysAsItIsAndItsLossIsTold() {
    var updates =
        ImmutableList.of(
            NetworkUpdate.of("back"), new NetworkUpdate("generator", NetworkUpdate.OWN, 1, 1));
    try (var graph = open(updates);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.step(batch, 0)).containsExactly(-1, 3);
      assertThat(value(graph, "generator/kernel")).isEqualTo(1);
      assertThat(value(graph, "back/kernel")).isEqualTo(-0.5f);
      assertThat(graph.step(batch, 1)).containsExactly(-4, -1.5f);
      assertThat(value(graph, "generator/kernel")).isEqualTo(3);
      assertThat(value(graph, "back/kernel")).isEqualTo(-2);
    }
  }

  /** G(x) = c f x: both gradients are those of before the step, f's rate is twice that of c. */
  @Test
  void partsOfAGeneratorAreUpdatedOnTheirOwn() {
    var updates =
        ImmutableList.of(
            new NetworkUpdate("generator/coarse", "generator", 1, 0),
            new NetworkUpdate("generator/fine", "generator", 2, 0));
    var experiment =
        OneKernel.experiment(
                OneKernel.TRAINING.withAverage(0.15), networks(updates), new OneKernel.Shrink(1))
            .withGenerator(new CoarseAndFine());
    try (var graph = TrainingGraph.open(experiment, OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.step(batch, 0)).containsExactly(2);
      assertThat(value(graph, "generator/coarse/kernel")).isEqualTo(0);
      assertThat(value(graph, "generator/fine/kernel")).isEqualTo(-1);
      assertThat(value(graph, "average/generator/fine/kernel")).isEqualTo(-1);
    }
  }

  @Test
  void averagesFollowEveryGenerator() {
    var experiment =
        OneKernel.experiment(
            OneKernel.TRAINING.withAverage(0.15), networks(ImmutableList.of()), ROUND_TRIP);
    try (var graph = TrainingGraph.open(experiment, OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      graph.step(batch, 0);
      assertThat(value(graph, "average/generator/kernel")).isEqualTo(1.5f);
      assertThat(value(graph, "average/back/kernel")).isEqualTo(-0.5f);
    }
  }

  /** A second D, v = 1 at first, that maximizes v y: its gradient is -3, v = 2.5. */
  @Test
  void aFurtherDiscriminatorIsSeenByName() {
    Loss second =
        () ->
            ImmutableList.of(
                Term.of(
                    "real",
                    new ParameterGroup("second"),
                    1,
                    context ->
                        context
                            .tf()
                            .math
                            .neg(
                                scalar(
                                    context,
                                    context
                                        .discriminator("second")
                                        .output(context.real())
                                        .scales()
                                        .get(0)
                                        .logits()))));
    var networks =
        new Networks(
            ImmutableList.of(),
            ImmutableList.of(new NamedDiscriminator("second", new OneKernel.FactorJudge())),
            ImmutableList.of());
    var experiment =
        OneKernel.experiment(OneKernel.TRAINING, networks, second, new OneKernel.Shrink(1));
    try (var graph = TrainingGraph.open(experiment, OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      graph.step(batch, 0);
      assertThat(value(graph, "second/kernel")).isEqualTo(2.5f);
    }
  }

  /** Both gradients are those of before the step: u x = 2 for w, y = 3 for u. */
  @Test
  void simultaneousUpdatesSeeTheWeightsOfBefore() {
    var experiment =
        OneKernel.experiment(
            OneKernel.TRAINING.withUpdate(Update.SIMULTANEOUS),
            networks(ImmutableList.of()),
            ROUND_TRIP);
    try (var graph = TrainingGraph.open(experiment, OneKernel.PIXEL);
        var batch = OneKernel.batch(2, 3)) {
      assertThat(graph.step(batch, 0)).containsExactly(2, 3);
      assertThat(value(graph, "generator/kernel")).isEqualTo(0);
      assertThat(value(graph, "back/kernel")).isEqualTo(-0.5f);
    }
  }

  @Test
  void updatesThatDoNotFitTheLossesAreRefused() {
    refuses("no loss asks anything of critic", NetworkUpdate.of("critic"));
    refuses("nobody minimizes the losses of back", NetworkUpdate.of("generator"));
    refuses("names generator twice", NetworkUpdate.of("generator"), NetworkUpdate.of("generator"));
    refuses(
        "all are frozen at first",
        new NetworkUpdate("back", NetworkUpdate.OWN, 1, 5),
        new NetworkUpdate("generator", NetworkUpdate.OWN, 1, 3));
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    var taken =
        new Networks(
            ImmutableList.of(new NamedGenerator("pool", new OneKernel.Factor())),
            ImmutableList.of(),
            ImmutableList.of());
    var experiment = OneKernel.experiment(OneKernel.TRAINING, taken, new OneKernel.Shrink(1));

    assertThatThrownBy(() -> TrainingGraph.open(experiment, OneKernel.PIXEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("networks: \"pool\" cannot be the name");
  }

  @Test
  void aLossThatWantsANetworkOfAnotherNameIsRefused() {
    var experiment = OneKernel.experiment(OneKernel.TRAINING, Networks.standard(), ROUND_TRIP);

    assertThatThrownBy(() -> TrainingGraph.open(experiment, OneKernel.PIXEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("networks.generators: a loss uses \"back\", but there is none");
  }

  private static void refuses(String words, NetworkUpdate... updates) {
    assertThatThrownBy(() -> open(ImmutableList.copyOf(updates)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("networks.updates: ")
        .hasMessageContaining(words);
  }

  private static TrainingGraph open(ImmutableList<NetworkUpdate> updates) {
    return TrainingGraph.open(
        OneKernel.experiment(OneKernel.TRAINING, networks(updates), ROUND_TRIP), OneKernel.PIXEL);
  }

  private static Networks networks(ImmutableList<NetworkUpdate> updates) {
    return new Networks(
        ImmutableList.of(new NamedGenerator("back", new OneKernel.Factor())),
        ImmutableList.of(),
        updates);
  }

  private static Operand<TFloat32> scalar(LossContext context, Operand<TFloat32> pixel) {
    return context.tf().reshape(pixel, context.tf().constant(new int[0]));
  }

  private static float value(TrainingGraph graph, String name) {
    var variable =
        graph.variables().all().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    try (var value = (TFloat32) variable.read(graph.session())) {
      return Tensors.toArray(value)[0];
    }
  }

  /** {@code G(x) = f c x}. */
  private record CoarseAndFine() implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      var coarse = new OneKernel.Factor().build(layers.in("coarse"), condition, channels);
      return new OneKernel.Factor().build(layers.in("fine"), coarse, channels);
    }

    @Override
    public int sizeMultiple() {
      return 1;
    }
  }
}
