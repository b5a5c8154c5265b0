package io.pix2pix.train.checkpoint;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.MachineFailureException;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.run.KeptAside;
import io.pix2pix.train.run.RunProgress;
import io.pix2pix.train.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run.
 *
 * @param folder where they lie
 * @param keep how many of the newest are kept
 * @param run identity of the run, which its checkpoints carry; without, they may be of any
 */
public record Checkpoints(Path folder, int keep, Optional<String> run) {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final String PREFIX = "step-";
  private static final String SUFFIX = ".safetensors";
  private static final String BEST = "best" + SUFFIX;

  /** How often a listing is repeated because a training beside us removed what it named. */
  private static final int ATTEMPTS = 100;

  /** Checkpoints of something that has no identity. */
  public Checkpoints(Path folder, int keep) {
    this(folder, keep, Optional.empty());
  }

  /**
   * Writes a checkpoint, and only then removes the oldest ones.
   *
   * @param step steps done
   * @throws InvalidInputException if it could not be written, for example because the disk is full
   *     or a weight is not finite; what was written before is still there
   */
  public void write(long step, Variables variables, GraphSession session) {
    write(step, file -> Checkpoint.write(file, step, run, variables, session));
  }

  /**
   * Writes a checkpoint of tensors, and only then removes the oldest ones.
   *
   * @param step steps done
   * @param tensors by the names of variables
   * @throws InvalidInputException if it could not be written, for example because the disk is full
   */
  public void write(long step, List<SafetensorsWriter.Source> tensors) {
    write(step, file -> Checkpoint.write(file, step, run, tensors));
  }

  private void write(long step, Content content) {
    var file = folder.resolve(String.format(Locale.ROOT, "%s%08d%s", PREFIX, step, SUFFIX));
    write(file, content);
    try {
      for (var other : superfluous(file)) {
        Files.deleteIfExists(other);
      }
    } catch (IOException e) {
      throw MachineFailureException.of(
          folder + ": an old checkpoint cannot be removed (" + e + "); give access to it", e);
    }
  }

  /**
   * Writes a checkpoint that is kept, besides the newest ones, until a better one comes.
   *
   * @param step steps done
   * @throws InvalidInputException if it could not be written; the one before is then still there
   */
  public void writeBest(long step, Variables variables, GraphSession session) {
    write(folder.resolve(BEST), file -> Checkpoint.write(file, step, run, variables, session));
  }

  private void write(Path file, Content content) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder); // a run that is gone is not begun again
      }
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        LOG.warn("{}: is a folder; it is now called {}", file, KeptAside.rename(file));
      }
      content.writeTo(file);
    } catch (Checkpoint.NotFiniteException e) {
      throw new InvalidInputException(
          file
              + ": not written: "
              + e.getMessage()
              + "; earlier checkpoints are kept: lower training.optimizer.learningRate, and train"
              + " anew",
          e);
    } catch (IOException e) {
      throw MachineFailureException.of(
          file
              + ": cannot be written ("
              + e
              + "); earlier checkpoints are kept: make room and resume",
          e);
    }
  }

  /**
   * The checkpoint that did best on validation pairs, if the run keeps one.
   *
   * @throws InvalidInputException if it is damaged, or of another run
   */
  public Optional<Checkpoint> best() {
    var file = folder.resolve(BEST);
    return Files.exists(file) ? Optional.of(Checkpoint.open(file, run)) : Optional.empty();
  }

  /** The steps of all numbered checkpoints that lie there, whole or not, the oldest first. */
  public ImmutableList<Long> steps() {
    return files().reverse().stream()
        .map(Checkpoints::step)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The checkpoint of a step.
   *
   * @throws InvalidInputException if there is none, or it is damaged or of another run
   */
  public Checkpoint at(long step) {
    return files().stream()
        .filter(file -> step(file) == step)
        .findFirst()
        .map(file -> Checkpoint.open(file, run))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: has no checkpoint of step %d; it keeps those of %s"
                        .formatted(folder, step, steps())));
  }

  /**
   * The newest checkpoint that is whole. Those after it are passed over, with a warning: they are
   * damaged, renamed or of another run.
   *
   * @throws InvalidInputException if there are checkpoints, but none is whole
   */
  public Optional<Checkpoint> newest() {
    return newest(checkpoint -> {});
  }

  /**
   * The newest checkpoint that is whole and can be used. Those after it are passed over, with a
   * warning.
   *
   * @param use for example restores weights; refuses a checkpoint by an {@link
   *     InvalidInputException}
   * @throws InvalidInputException if there are checkpoints, but none can be used
   */
  public Optional<Checkpoint> newest(Consumer<Checkpoint> use) {
    var files = files();
    for (int attempt = 1; !files.isEmpty(); attempt++) {
      var search = new Search(run, use);
      var found = search.among(files);
      if (found.isPresent()) {
        return found;
      }
      var now = files();
      if (now.equals(files) || attempt == ATTEMPTS) {
        throw search.failure(folder);
      }
      files = now;
    }
    return Optional.empty();
  }

  /**
   * The newest checkpoint that is whole and can be used. Where the run took more steps, and nothing
   * is there of the last one, a warning says so.
   *
   * @param progress of the run
   * @param use as in {@link #newest(Consumer)}
   * @throws InvalidInputException if there are checkpoints, but none can be used
   */
  public Optional<Checkpoint> newest(RunProgress progress, Consumer<Checkpoint> use) {
    var newest = newest(use);
    newest
        .filter(found -> progress.hasEnded() && found.step() < progress.steps())
        .filter(
            found -> files().indexOf(found.file()) == 0) // else it is told why another is not used
        .ifPresent(
            found ->
                LOG.warn(
                    "{}: the run took {} steps, but its newest whole checkpoint is of step {},"
                        + " which is used",
                    folder,
                    progress.steps(),
                    found.step()));
    return newest;
  }

  /** The oldest ones, and damaged ones that a run which fell back has not yet written again. */
  private List<Path> superfluous(Path newest) {
    var files = files();
    int position = files.indexOf(newest);
    var superfluous = new ArrayList<>(files.subList(0, position));
    superfluous.addAll(files.subList(Math.min(position + keep, files.size()), files.size()));
    return superfluous;
  }

  /** All checkpoint files, the newest first; whatever else lies there is left alone. */
  private ImmutableList<Path> files() {
    if (!Files.isDirectory(folder)) {
      return ImmutableList.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> Checkpoint.numbered(file).isPresent() && !Files.isDirectory(file))
          .sorted(Comparator.comparingLong(Checkpoints::step).reversed())
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw MachineFailureException.of(
          folder + ": cannot be listed (" + e + "); give access to it", e);
    }
  }

  private static long step(Path file) {
    return Checkpoint.numbered(file).orElse(-1);
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(Path file) throws IOException;
  }
}
