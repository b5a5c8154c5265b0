package io.pix2pix.train.exchange;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to become a run.
 *
 * @param generatorWeights a file of PyTorch or safetensors
 * @param generator YAML: the name of a generator, and those of its settings that are not to be read
 *     off the file
 * @param discriminatorWeights a file like that of the generator
 * @param changes of the run's experiment, {@code key=value} each
 * @param run the folder to be made
 */
public record ImportRequest(
    Path generatorWeights,
    Optional<String> generator,
    Optional<Path> discriminatorWeights,
    ImmutableList<String> changes,
    Path run) {

  /** The folder's name as an experiment may be called. */
  String name() {
    var folder = run.toAbsolutePath().normalize().getFileName();
    var plain = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));
    var name =
        plain.negate().trimAndCollapseFrom(String.valueOf(folder).toLowerCase(Locale.ROOT), '-');
    return name.isEmpty() ? "imported" : name;
  }

  /** What would be right where the generator's file holds other weights than are needed. */
  String advice() {
    return generator.isEmpty() && changes.isEmpty()
        ? "use another file"
        : "leave settings out of --generator and --set to have them read off the file, or use"
            + " another file";
  }
}
