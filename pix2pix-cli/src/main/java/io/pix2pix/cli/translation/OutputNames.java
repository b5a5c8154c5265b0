package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What the results of a folder's pictures are called. Pictures that differ in their extension only
 * keep it in the names of their results.
 *
 * @param byInput all of them
 */
record OutputNames(ImmutableBiMap<Path, String> byInput) {

  /**
   * @throws InvalidInputException if two results would have one name all the same
   */
  static OutputNames of(List<Path> inputs, OutputFormat format) {
    var byName = Multimaps.index(inputs, format::nameFor);
    try {
      var names = ImmutableBiMap.<Path, String>builder();
      inputs.forEach(input -> names.put(input, name(input, byName, format)));
      return new OutputNames(names.buildOrThrow());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s: two results would have one name (%s); rename one, or keep names with --format same"
              .formatted(inputs.get(0).toAbsolutePath().getParent(), e.getMessage()),
          e);
    }
  }

  private static String name(
      Path input, ImmutableListMultimap<String, Path> byName, OutputFormat format) {
    var name = format.nameFor(input);
    return byName.get(name).size() == 1 ? name : format.longNameFor(input);
  }

  String of(Path input) {
    return Objects.requireNonNull(byInput.get(input));
  }
}
