package io.pix2pix.train.game;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.Networks.NamedDiscriminator;
import io.pix2pix.api.Networks.NamedGenerator;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.loss.DiscriminatorView;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.ParameterGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The networks of an experiment by name, as they stand at one moment of a step.
 *
 * @param experiment has them
 * @param layers of a parameter group at that moment
 * @param views of discriminators that were asked for
 */
record GraphNetworks(
    Experiment experiment,
    Function<ParameterGroup, Layers> layers,
    Map<String, DiscriminatorView> views) {
  /** What variables of other kinds begin with. */
  private static final Set<String> TAKEN =
      Set.of("generator", "discriminator", "optimizer", "average", "pool");

  GraphNetworks(Experiment experiment, Function<ParameterGroup, Layers> layers) {
    this(experiment, layers, new HashMap<>());
  }

  /**
   * Refuses names that are taken.
   *
   * @throws InvalidInputException if two networks have one name, or a name is none
   */
  static void checkNames(Experiment experiment) {
    var different = new HashSet<String>(TAKEN);
    for (var name : names(experiment).toList()) {
      if (!name.matches("[a-z][a-z0-9-]*") || !different.add(name)) {
        throw new InvalidInputException(
            "networks: \"%s\" cannot be the name of a further network; use lower-case letters and dashes, another name for each, and none of %s"
                .formatted(name, TAKEN.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }

  private static Stream<String> names(Experiment experiment) {
    return Stream.concat(
        experiment.networks().generators().stream().map(NamedGenerator::name),
        experiment.networks().discriminators().stream().map(NamedDiscriminator::name));
  }

  Operand<TFloat32> generate(String name, Operand<TFloat32> image, int channels) {
    return generator(name).build(layers.apply(new ParameterGroup(name)), image, channels);
  }

  DiscriminatorView discriminator(String name) {
    return views.computeIfAbsent(
        name,
        asked ->
            new ConditionalDiscriminatorView(find(asked), layers.apply(new ParameterGroup(asked))));
  }

  private Generator generator(String name) {
    return experiment.networks().generators().stream()
        .filter(named -> named.name().equals(name))
        .map(NamedGenerator::generator)
        .findFirst()
        .orElseThrow(() -> missing("generators", name));
  }

  private Discriminator find(String name) {
    return experiment.networks().discriminators().stream()
        .filter(named -> named.name().equals(name))
        .map(NamedDiscriminator::discriminator)
        .findFirst()
        .orElseThrow(() -> missing("discriminators", name));
  }

  private IllegalArgumentException missing(String list, String name) {
    return new IllegalArgumentException(
        "networks.%s: a loss uses \"%s\", but there is none; add {name: %s} to them"
            .formatted(list, name, name));
  }
}
