package io.pix2pix.bench.report;

import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be reported.
 *
 * @param folder of a study, or a folder of runs
 * @param perception the folder of a perceptual study that does not lie in it, if there is one
 * @param pictures how many test images are shown at most
 */
public record ReportRequest(Path folder, Optional<Path> perception, int pictures) {
  /** More would make a page too large to send. */
  public static final int PICTURES = 24;

  /**
   * @throws InvalidInputException if a number of pictures is negative
   */
  public ReportRequest {
    if (pictures < 0) {
      throw new InvalidInputException(
          "--pictures %d: must be 0, for none, or more".formatted(pictures));
    }
  }

  /** All that lies in a folder. */
  public static ReportRequest of(Path folder) {
    return new ReportRequest(folder, Optional.empty(), PICTURES);
  }
}
