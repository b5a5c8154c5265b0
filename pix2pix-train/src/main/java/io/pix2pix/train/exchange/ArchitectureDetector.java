package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.api.pytorch.PytorchCompatible;
import io.pix2pix.api.pytorch.PytorchCompatible.Detected;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.weights.WeightFile;
import java.util.Locale;
import java.util.Optional;

/** Finds out which network a file holds. Every plug-in that is {@link PytorchCompatible} is asked. */
final class ArchitectureDetector {
  private static final int NAMES_SHOWN = 3;
  private final PluginReader plugins;

  ArchitectureDetector(PluginReader plugins) {
    this.plugins = plugins;
  }

  /**
   * The network in a file.
   *
   * @param role {@code Generator} or {@code Discriminator}
   * @throws InvalidInputException if it is none that the port has
   */
  <N> Detected<N> in(WeightFile file, Class<N> role) {
    var tensors = WeightFiles.tensors(file);
    var known = plugins.all(role, PytorchCompatible.class);
    return known.values().stream()
        .flatMap(network -> recognize(network, tensors).stream())
        .findFirst()
        .orElseThrow(() -> unknown(file, role.getSimpleName(), known));
  }

  /**
   * The network in a file, with settings that were given.
   *
   * @param settings YAML: the name of a plug-in, and what of its settings shall not be read off the
   *     file
   * @param source what messages call the settings
   * @throws InvalidInputException if they are not allowed, or the file holds nothing of that name
   */
  <N> Detected<N> in(WeightFile file, Class<N> role, String settings, String source) {
    var named = plugins.read(role, settings, source);
    if (!(named instanceof PytorchCompatible<?>)) {
      throw new InvalidInputException(
          String.format(
              "%s: the PyTorch port has no such network; it has %s",
              source, String.join(", ", plugins.all(role, PytorchCompatible.class).keySet())));
    }
    var found =
        recognize(named, WeightFiles.tensors(file))
            .orElseThrow(
                () -> unknown(file, role.getSimpleName(), ImmutableMap.of(settings, named)));
    var merged = plugins.read(role, settings, source, found.network());
    return new Detected<>(merged, found.channelsIn(), found.channelsOut());
  }

  @SuppressWarnings("unchecked") // a plug-in of a role recognizes networks of that role
  private static <N> Optional<Detected<N>> recognize(N network, StateDictShapes tensors) {
    return ((PytorchCompatible<N>) network).recognize(tensors);
  }

  private static InvalidInputException unknown(
      WeightFile file, String role, ImmutableMap<String, ?> known) {
    var names = file.names().stream().limit(NAMES_SHOWN).toList();
    return new InvalidInputException(
        String.format(
            "%s: holds no %s that is known (%s), but %s; give weights of such a network",
            file.path(),
            role.toLowerCase(Locale.ROOT),
            String.join(", ", known.keySet()),
            names.isEmpty() ? "nothing" : String.join(", ", names) + " and so on"));
  }
}
