package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.Networks.NamedDiscriminator;
import io.pix2pix.api.Networks.NamedGenerator;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Variable;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.inference.GeneratorSignature;
import org.tensorflow.ndarray.Shape;

/** Describes all networks of an experiment. */
public final class ExperimentNetworks {
  private ExperimentNetworks() {}

  /**
   * The generator and the discriminator, then further generators and further discriminators in the
   * order in which the experiment names them.
   *
   * @param shape of the pairs
   * @throws IllegalArgumentException if a network cannot take images of that shape
   */
  public static ImmutableList<NetworkDescription> of(Experiment experiment, PairShape shape) {
    var generator = experiment.generator();
    int channels = shape.target().channels();
    var all = ImmutableList.<NetworkDescription>builder();
    all.add(NetworkDescriptions.of(generator, shape.condition(), channels));
    all.add(NetworkDescriptions.of(experiment.discriminator(), shape));
    var further = experiment.networks().generators();
    if (!further.isEmpty()) {
      var weights = weights(experiment, shape);
      further.forEach(named -> all.add(of(named, shape, weights)));
    }
    experiment.networks().discriminators().forEach(named -> all.add(of(named, shape)));
    return all.build();
  }

  /** Which images a loss gives to a further generator shows in the graph of the training alone. */
  private static ImmutableMap<String, Shape> weights(Experiment experiment, PairShape shape) {
    try (var graph = TrainingGraph.open(experiment, shape)) {
      return graph.variables().all().stream()
          .collect(ImmutableMap.toImmutableMap(Variable::name, Variable::shape));
    }
  }

  /** One that no loss uses is described as if it made targets of conditions. */
  private static NetworkDescription of(
      NamedGenerator named, PairShape shape, ImmutableMap<String, Shape> weights) {
    var group = new ParameterGroup(named.name());
    var signature =
        GeneratorSignature.find(named, shape, weights)
            .orElseGet(
                () ->
                    new GeneratorSignature(
                        group,
                        named.generator(),
                        shape.condition().channels(),
                        shape.target().channels()));
    return NetworkDescriptions.of(
        group,
        named.generator(),
        shape.condition().withChannels(signature.conditionChannels()),
        signature.targetChannels());
  }

  private static NetworkDescription of(NamedDiscriminator named, PairShape shape) {
    return NetworkDescriptions.of(new ParameterGroup(named.name()), named.discriminator(), shape);
  }
}
