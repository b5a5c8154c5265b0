package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.checkpoint.Checkpoint;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.weights.WeightFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * Weights that the networks of a new run start from: those of another run, of one of its
 * checkpoints, or of a file of the public PyTorch port, which holds a generator. A network that the
 * source does not have starts as it would without.
 */
public final class InitialWeights {
  /** What a checkpoint holds beside networks. */
  private static final Set<String> STATE = Set.of("optimizer", "average", "pool");

  private static final int SHOWN = 3;

  private final Path file;
  private final Experiment experiment;
  private final PairShape shape;
  private final ImmutableListMultimap<String, Variable<?>> networks;

  private InitialWeights(Path file, Experiment experiment, PairShape shape, Variables variables) {
    this.file = file;
    this.experiment = experiment;
    this.shape = shape;
    networks =
        variables.all().stream()
            .filter(variable -> !STATE.contains(network(variable.name())))
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    variable -> network(variable.name()), variable -> variable));
  }

  /**
   * Gives networks their first weights. Everything is compared before a weight is changed.
   *
   * @param from the folder of a run, whose newest checkpoint is taken, or a file
   * @param shape of its pairs
   * @param variables of the new run
   * @return which networks start from where
   * @throws InvalidInputException if the source is none, has no generator, or a network of it has
   *     other weights than the experiment's; the message names them
   */
  public static ImmutableList<Provenance.Initialization> apply(
      Path from,
      Experiment experiment,
      PairShape shape,
      Variables variables,
      GraphSession session) {
    if (Files.isDirectory(from)) {
      var newest = newest(from);
      return new InitialWeights(newest.file(), experiment, shape, variables)
          .apply(newest.tensors(), session);
    }
    try (var weights = WeightFiles.open(from)) {
      return new InitialWeights(from, experiment, shape, variables).apply(weights, session);
    }
  }

  private static Checkpoint newest(Path run) {
    var folder = RunFolder.open(run);
    var provenance = Provenance.read(folder);
    return new Checkpoints(folder.checkpoints(), 1, provenance.identity())
        .newest(provenance.progress(), checkpoint -> {})
        .orElseThrow(
            () ->
                new InvalidInputException(
                    run + ": has no checkpoint yet; give a run that has trained"));
  }

  private ImmutableList<Provenance.Initialization> apply(WeightFile weights, GraphSession session) {
    boolean ours = weights.names().stream().anyMatch(ParameterGroup.GENERATOR::owns);
    var values = ours ? checkpointed(weights) : ported(weights);
    for (var variable : networks.values()) {
      var value = values.get(variable.name());
      if (value != null) {
        write(variable, value.get(), session);
      }
    }
    var origin = new ImportedWeights(weights, ImmutableList.of()).origin();
    return values.keySet().stream()
        .map(InitialWeights::network)
        .distinct()
        .map(network -> new Provenance.Initialization(network, origin.file(), origin.sha256()))
        .collect(ImmutableList.toImmutableList());
  }

  private Map<String, Supplier<float[]>> checkpointed(WeightFile weights) {
    var values = new LinkedHashMap<String, Supplier<float[]>>();
    networks
        .asMap()
        .forEach(
            (network, variables) -> {
              var stored =
                  weights.names().stream()
                      .filter(name -> network(name).equals(network))
                      .collect(ImmutableSet.toImmutableSet());
              if (!stored.isEmpty()) {
                check(network, weights, variables, stored);
                variables.forEach(
                    variable -> values.put(variable.name(), () -> weights.floats(variable.name())));
              }
            });
    return values;
  }

  private void check(
      String network, WeightFile weights, Collection<Variable<?>> variables, Set<String> stored) {
    var problems = new ArrayList<String>();
    for (var variable : variables) {
      if (!stored.contains(variable.name())) {
        problems.add(variable.name() + " is missing");
      } else if (!weights.shape(variable.name()).equals(shape(variable))) {
        problems.add(
            "%s is %s, but the experiment makes it %s"
                .formatted(variable.name(), weights.shape(variable.name()), shape(variable)));
      }
    }
    var needed = variables.stream().map(Variable::name).collect(ImmutableSet.toImmutableSet());
    stored.stream()
        .filter(name -> !needed.contains(name))
        .forEach(name -> problems.add(name + " is no part of the experiment's " + network));
    if (!problems.isEmpty()) {
      int more = problems.size() - SHOWN;
      throw new InvalidInputException(
          "%s: cannot initialize %s: %s%s; give weights of the same network, or change the experiment"
              .formatted(
                  file,
                  network,
                  String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size()))),
                  more > 0 ? "; and " + more + " more" : ""));
    }
  }

  private Map<String, Supplier<float[]>> ported(WeightFile weights) {
    var tensors = portTensors();
    WeightMatch.check(
        weights, tensors, "the experiment's generator", "give weights of the same network");
    var values = new LinkedHashMap<String, Supplier<float[]>>();
    tensors.forEach(tensor -> values.put(tensor.variable(), () -> tensor.read(weights)));
    return values;
  }

  private ImmutableList<StateDictTensor> portTensors() {
    try {
      return StateDictNetwork.of(
          experiment.generator(), shape.condition().channels(), shape.target().channels());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          file + ": cannot initialize generator: " + e.getMessage() + "; give the folder of a run",
          e);
    }
  }

  private static String network(String variable) {
    int slash = variable.indexOf('/');
    return slash < 0 ? variable : variable.substring(0, slash);
  }

  private static ImmutableList<Long> shape(Variable<?> variable) {
    return ImmutableList.copyOf(Longs.asList(variable.shape().asArray()));
  }

  @SuppressWarnings("unchecked") // networks have variables of floats only
  private static void write(Variable<?> variable, float[] values, GraphSession session) {
    try (var value = TFloat32.tensorOf(variable.shape(), DataBuffers.of(values, true, false))) {
      ((Variable<TFloat32>) variable).write(session, value);
    }
  }
}
