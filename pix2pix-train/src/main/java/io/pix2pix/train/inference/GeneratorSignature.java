package io.pix2pix.train.inference;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Streams;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.Networks.NamedGenerator;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

/**
 * A generator of an experiment, with what it takes and gives.
 *
 * @param group its weights
 * @param generator the network
 * @param conditionChannels channels of the images that it takes
 * @param targetChannels channels of the images that it gives
 */
public record GeneratorSignature(
    ParameterGroup group, Generator generator, int conditionChannels, int targetChannels) {

  /** That of the experiment's generator, which takes conditions and gives targets. */
  public static GeneratorSignature main(Experiment experiment, PairShape pair) {
    return new GeneratorSignature(
        ParameterGroup.GENERATOR,
        experiment.generator(),
        pair.condition().channels(),
        pair.target().channels());
  }

  /** The names of all generators of an experiment, {@code generator} first. */
  public static ImmutableSet<String> names(Experiment experiment) {
    var further = experiment.networks().generators().stream().map(NamedGenerator::name);
    return Stream.concat(Stream.of(ParameterGroup.GENERATOR.name()), further)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * That of a further generator. A loss gives it what it likes, conditions, targets or both joined,
   * and asks for the channels of either: the shapes of its weights tell.
   *
   * @param weights shapes by name, for example {@code back/encoder1/kernel}
   * @return nothing if no combination of channels has these weights
   */
  public static Optional<GeneratorSignature> find(
      NamedGenerator named, PairShape pair, Map<String, Shape> weights) {
    var group = new ParameterGroup(named.name());
    int condition = pair.condition().channels();
    int target = pair.target().channels();
    var own = ImmutableMap.copyOf(Maps.filterKeys(weights, group::owns));
    return Stream.of(condition, target, condition + target)
        .distinct()
        .flatMap(
            in ->
                Stream.of(target, condition)
                    .map(out -> new GeneratorSignature(group, named.generator(), in, out)))
        .distinct()
        .filter(signature -> own.entrySet().containsAll(signature.weights().entrySet()))
        .findFirst();
  }

  /** Whether it takes and gives as many channels as another one. */
  public boolean hasChannelsOf(GeneratorSignature other) {
    return conditionChannels == other.conditionChannels && targetChannels == other.targetChannels;
  }

  /**
   * What keeps it from using some weights, in words; nothing if they fit.
   *
   * @param weights shapes by name, for example {@code generator/encoder1/kernel}
   */
  public Optional<String> misfit(Map<String, Shape> weights) {
    return weights().entrySet().stream()
        .filter(own -> !own.getValue().equals(weights.get(own.getKey())))
        .map(
            own ->
                weights.containsKey(own.getKey())
                    ? "%s has shape %s, the experiment makes it %s"
                        .formatted(own.getKey(), weights.get(own.getKey()), own.getValue())
                    : "has no tensor \"" + own.getKey() + "\"")
        .findFirst();
  }

  /** The shapes of its weights and running statistics, by name. */
  public ImmutableMap<String, Shape> weights() {
    try (var graph = new Graph()) {
      return build(graph, false).all().stream()
          .collect(ImmutableMap.toImmutableMap(Variable::name, Variable::shape));
    }
  }

  /** Whether another draw of the noise gives another image: dropout, as a rule. */
  public boolean hasNoise() {
    return randomOperations(true) > randomOperations(false);
  }

  /** Initial weights are random too. */
  private long randomOperations(boolean noise) {
    try (var graph = new Graph()) {
      build(graph, noise);
      return Streams.stream(graph.operations())
          .filter(operation -> operation.type().contains("Random"))
          .count();
    }
  }

  private Variables build(Graph graph, boolean noise) {
    var tf = Ops.create(graph);
    var variables = new Variables(tf, 0, Initializer.ZEROS);
    var settings =
        new InferenceSettings(
            this, Phase.translation(Statistics.RUNNING, noise), Precision.FLOAT32, 0);
    int size = generator.smallestSize();
    ForwardPass.build(tf, variables, new VariableSnapshot(tf), settings, size, size);
    return variables;
  }
}
