package io.pix2pix.train.checkpoint;

import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the first of some checkpoint files that can be used, and says why others cannot. */
final class Search {
  private static final Logger LOG = LoggerFactory.getLogger(Search.class);

  private final Optional<String> run;
  private final Consumer<Checkpoint> use;
  private final List<InvalidInputException> problems = new ArrayList<>();

  /**
   * @param run identity of the run that they are to belong to
   * @param use refuses a checkpoint by an {@link InvalidInputException}
   */
  Search(Optional<String> run, Consumer<Checkpoint> use) {
    this.run = run;
    this.use = use;
  }

  /** The first that can be used; a warning for each that was passed over. */
  Optional<Checkpoint> among(List<Path> files) {
    for (var file : files) {
      var found = used(file);
      if (found.isPresent()) {
        problems.forEach(
            problem -> LOG.warn("{}; fell back to {}", problem.getMessage(), file.getFileName()));
        return found;
      }
    }
    return Optional.empty();
  }

  /** What to say where none can be used. */
  InvalidInputException failure(Path folder) {
    var first = problems.stream().findFirst().map(problem -> " (" + problem.getMessage() + ")");
    var failure =
        new InvalidInputException(
            "%s: none of its %d checkpoints is whole; put back copies, or train anew under another --name%s"
                .formatted(folder, problems.size(), first.orElse("")));
    problems.forEach(failure::addSuppressed);
    return failure;
  }

  private Optional<Checkpoint> used(Path file) {
    try {
      var checkpoint = Checkpoint.open(file, run);
      try {
        use.accept(checkpoint);
        return Optional.of(checkpoint);
      } catch (RuntimeException e) {
        checkpoint.close();
        throw e;
      }
    } catch (InvalidInputException e) {
      if (Files.exists(file)) {
        problems.add(e);
      } // else a training beside us removed it, and wrote newer ones
      return Optional.empty();
    }
  }
}
