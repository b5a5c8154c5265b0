package io.pix2pix.cli.serving;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.server.model.ServeSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How much a server of models does at once. */
final class BoundOptions {
  private static final int MEGABYTE = 1 << 20;

  @Option(
      names = "--max-body",
      paramLabel = "MB",
      defaultValue = "16",
      description = "megabytes of a picture as it is sent (default: ${DEFAULT-VALUE})")
  private int body = 16;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      defaultValue = "1048576",
      description = "pixels of a picture (default: ${DEFAULT-VALUE}, for example 1024x1024)")
  private int pixels = 1 << 20;

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "64",
      description = "pictures that wait; more are answered with 429 (default: ${DEFAULT-VALUE})")
  private int queue = 64;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "pictures of one size that are computed together, where that changes no bit of any;"
              + " 1 computes each alone (default: ${DEFAULT-VALUE})")
  private int batch = 4;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "how many such groups are computed at once (default: ${DEFAULT-VALUE})")
  private int workers = 1;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "in which a picture has to be there, waiting included; else 503 (default:"
              + " ${DEFAULT-VALUE})")
  private int limit = 60;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "256",
      description = "at once; others wait to be accepted (default: ${DEFAULT-VALUE})")
  private int connections = 256;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "at the end: in which what was asked is still answered (default: ${DEFAULT-VALUE})")
  private int grace = 30;

  /**
   * The bounds of translation.
   *
   * @throws InvalidInputException if one is out of its limits
   */
  ServeSettings settings() {
    return new ServeSettings(
        MEGABYTE * within("--max-body", body, 1, 256),
        within("--max-pixels", pixels, 1, 1 << 26),
        within("--queue", queue, 1, 10_000),
        within("--workers", workers, 1, 64),
        within("--batch", batch, 1, 4),
        Duration.ofSeconds(within("--time-limit", limit, 1, 3600)));
  }

  /**
   * The same front with its bounds.
   *
   * @throws InvalidInputException if one is out of its limits
   */
  FrontSettings of(FrontSettings front) {
    long bodies = Math.max(front.bodiesAtOnce(), 4L * settings().largestBody());
    return front.withBounds(
        within("--connections", connections, 1, 10_000),
        bodies,
        Duration.ofSeconds(within("--grace", grace, 1, 3600)));
  }

  private static int within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidInputException(
          "%s %d: must be from %d to %d".formatted(option, value, least, most));
    }
    return value;
  }
}
