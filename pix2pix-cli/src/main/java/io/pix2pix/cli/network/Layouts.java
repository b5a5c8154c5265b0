package io.pix2pix.cli.network;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ModelLayout;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layouts that generators can be exported in. */
public final class Layouts {
  private final PluginReader plugins;

  @Inject
  Layouts(PluginReader plugins) {
    this.plugins = plugins;
  }

  /**
   * @param yaml a name, or a block with settings
   * @throws InvalidInputException if there is no such layout
   */
  ModelLayout read(String yaml) {
    return plugins.read(ModelLayout.class, yaml, "--layout");
  }

  /**
   * The layout of files that end as this one does.
   *
   * @throws InvalidInputException if there is none
   */
  ModelLayout ofEnding(Path file) {
    var all = plugins.all(ModelLayout.class).values();
    return all.stream()
        .filter(layout -> layout.ending().filter(file.toString()::endsWith).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: nothing says what is to be written there; end the name in %s, or give --layout"
                        .formatted(
                            file,
                            all.stream()
                                .map(ModelLayout::ending)
                                .flatMap(Optional::stream)
                                .sorted(Comparator.reverseOrder())
                                .collect(Collectors.joining(" or ")))));
  }

  /** The names of the layouts that heed a choice, for example {@code onnx, saved-model}. */
  String heeding(ExportChoice choice) {
    ImmutableMap<String, ModelLayout> all = plugins.all(ModelLayout.class);
    return all.entrySet().stream()
        .filter(layout -> layout.getValue().choices().contains(choice))
        .map(layout -> layout.getKey())
        .collect(Collectors.joining(", "));
  }
}
