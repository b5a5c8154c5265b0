package io.pix2pix.train.checkpoint;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run.
 *
 * @param folder where they lie
 * @param keep how many of the newest are kept
 */
public record Checkpoints(Path folder, int keep) {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final String PREFIX = "step-";
  private static final String SUFFIX = ".safetensors";
  private static final String BEST = "best" + SUFFIX;

  /**
   * Writes a checkpoint, and only then removes the oldest ones.
   *
   * @param step steps done
   * @throws InvalidInputException if it could not be written, for example because the disk is full
   *     or a weight is not finite; what was written before is still there
   */
  public void write(long step, Variables variables, GraphSession session) {
    write(step, file -> Checkpoint.write(file, step, variables, session));
  }

  /**
   * Writes a checkpoint of tensors, and only then removes the oldest ones.
   *
   * @param step steps done
   * @param tensors by the names of variables
   * @throws InvalidInputException if it could not be written, for example because the disk is full
   */
  public void write(long step, List<SafetensorsWriter.Source> tensors) {
    write(step, file -> Checkpoint.write(file, step, tensors));
  }

  private void write(long step, Content content) {
    var file = folder.resolve(String.format("%s%08d%s", PREFIX, step, SUFFIX));
    write(file, content);
    try {
      for (var other : superfluous(file)) {
        Files.deleteIfExists(other);
      }
    } catch (IOException e) {
      throw new InvalidInputException(
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
    write(folder.resolve(BEST), file -> Checkpoint.write(file, step, variables, session));
  }

  private void write(Path file, Content content) {
    try {
      Files.createDirectories(folder);
      content.writeTo(file);
    } catch (Checkpoint.NotFiniteException e) {
      throw new InvalidInputException(
          file
              + ": not written: "
              + e.getMessage()
              + "; earlier checkpoints are kept: lower training.optimizer.learningRate, and train anew",
          e);
    } catch (IOException e) {
      throw new InvalidInputException(
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
   * @throws InvalidInputException if it is damaged
   */
  public Optional<Checkpoint> best() {
    var file = folder.resolve(BEST);
    return Files.exists(file) ? Optional.of(Checkpoint.open(file)) : Optional.empty();
  }

  /**
   * The newest checkpoint that is whole. Those after it are damaged: they are passed over, with a
   * warning.
   *
   * @throws InvalidInputException if there are checkpoints, but none is whole
   */
  public Optional<Checkpoint> newest() {
    var files = files();
    var problems = new ArrayList<String>();
    for (var file : files) {
      try {
        var whole = Checkpoint.open(file);
        problems.forEach(problem -> LOG.warn("{}; fell back to {}", problem, file.getFileName()));
        return Optional.of(whole);
      } catch (InvalidInputException e) {
        problems.add(e.getMessage());
      }
    }
    if (!files.isEmpty()) {
      throw new InvalidInputException(
          folder
              + ": none of its "
              + files.size()
              + " checkpoints is whole; put back copies, or train anew under another --name");
    }
    return Optional.empty();
  }

  /** The oldest ones, and damaged ones that a run which fell back has not yet written again. */
  private List<Path> superfluous(Path newest) {
    var files = files();
    int position = files.indexOf(newest);
    var superfluous = new ArrayList<>(files.subList(0, position));
    superfluous.addAll(files.subList(Math.min(position + keep, files.size()), files.size()));
    return superfluous;
  }

  /** All checkpoint files, the newest first. */
  private ImmutableList<Path> files() {
    if (!Files.isDirectory(folder)) {
      return ImmutableList.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be listed (" + e + "); give access to it", e);
    }
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(Path file) throws IOException;
  }
}
