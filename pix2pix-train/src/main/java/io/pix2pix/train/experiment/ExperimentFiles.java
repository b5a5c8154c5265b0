package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.ValueSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an experiment file and the files that it names as its base. */
final class ExperimentFiles {
  /** The key that names the file to which a file lists differences. */
  static final String BASE = "base";

  private static final InputFile FILE =
      new InputFile("an experiment file", InputFile.WRITTEN_BY_HAND);
  private static final int MOST_BASES = 32;
  private static final KeyPath BASE_PATH = KeyPath.ROOT.child(BASE);

  private ExperimentFiles() {}

  /**
   * What the files say, without their bases' names: the lowest first, {@code file} last.
   *
   * @throws InvalidInputException if a file cannot be read, or is its own base
   */
  static ImmutableList<Block> read(Path file) {
    var layers = new ArrayDeque<Block>();
    var chain = new ArrayList<Path>();
    Optional<Path> next = Optional.of(file);
    while (next.isPresent()) {
      chain.add(next.get());
      var block = parse(next.get());
      layers.addFirst(block.without(BASE));
      next = block.get(BASE).map(base -> base(base, chain));
    }
    return ImmutableList.copyOf(layers);
  }

  private static Block parse(Path file) {
    var source = ValueSource.file(file.toString());
    return YamlText.block(FILE.text(file), source);
  }

  private static Path base(Tree base, List<Path> chain) {
    var name =
        base.text()
            .filter(text -> !text.isBlank() && text.indexOf('\0') < 0)
            .orElseThrow(
                () -> base.source().problem(BASE_PATH, "must be a file, not " + base.words()));
    var file = chain.get(chain.size() - 1).resolveSibling(name).normalize();
    if (chain.stream().anyMatch(seen -> isSame(seen, file))) {
      throw base.source().problem(BASE_PATH, cycle(chain, file));
    } else if (chain.size() > MOST_BASES) {
      throw base.source()
          .problem(BASE_PATH, "is one base too many; a file has at most " + MOST_BASES);
    } else if (!Files.exists(file)) {
      throw base.source()
          .problem(
              BASE_PATH, "no such file " + file + "; the path starts from the folder of this file");
    }
    return file;
  }

  private static boolean isSame(Path first, Path second) {
    return first.toAbsolutePath().normalize().equals(second.toAbsolutePath().normalize());
  }

  private static String cycle(List<Path> chain, Path again) {
    return Stream.concat(chain.stream(), Stream.of(again))
        .dropWhile(file -> !isSame(file, again))
        .map(Path::toString)
        .collect(
            Collectors.joining(" -> ", "is a cycle: ", "; one of these files must name no base"));
  }
}
