package io.pix2pix.train.run;

import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code run.json} keeps of {@code experiment.yaml}, to tell whether that was changed.
 *
 * @param run identity of the run, which its checkpoints carry: it follows from the experiment and
 *     the data that the run began with; empty where {@code run.json} is damaged
 * @param sha256 checksum of the text
 * @param text the experiment, every value spelled out
 */
public record ExperimentCopy(String run, String sha256, String text) {
  private static final Logger LOG = LoggerFactory.getLogger(ExperimentCopy.class);

  /**
   * That of a run that begins.
   *
   * @param data checksum of its training pairs
   */
  public static ExperimentCopy begin(String text, String data) {
    return new ExperimentCopy(sha256(text + data), sha256(text), text);
  }

  /** That of the same run with more epochs, or written by another version. */
  public ExperimentCopy with(String newText) {
    return new ExperimentCopy(run, sha256(newText), newText);
  }

  /**
   * The same of another identity.
   *
   * @param identity empty where it is not known
   */
  ExperimentCopy ofRun(String identity) {
    return new ExperimentCopy(identity, sha256, text);
  }

  /** Whether the identity is known. */
  boolean saysItsRun() {
    return !run.isEmpty();
  }

  /** Whether the text is what the run wrote; its checksum tells also where others are damaged. */
  boolean isWhole() {
    return sha256.equals(sha256(text));
  }

  /**
   * The experiment of the run. Where the file is not what the run wrote, a warning says so, and the
   * copy is used.
   *
   * @param file where it comes from
   * @param found what stands there; empty if it is missing
   * @throws InvalidInputException if file and copy differ, and the checksum fits neither
   */
  public String checked(Path file, String found) {
    if (found.equals(text) || sha256.equals(sha256(found))) {
      return found;
    } else if (!isWhole()) {
      throw new InvalidInputException(
          file
              + ": is not what the run wrote, and run.json beside it is damaged too; put back one"
              + " of both");
    }
    LOG.warn(
        "{}: {}; the experiment that the run wrote is used, from run.json",
        file,
        found.isEmpty() ? "is missing" : "was changed after the run wrote it");
    return text;
  }

  private static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
