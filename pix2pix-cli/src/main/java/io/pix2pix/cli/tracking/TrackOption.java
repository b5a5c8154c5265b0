package io.pix2pix.cli.tracking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command reports to. */
public final class TrackOption {
  @Option(
      names = "--track",
      paramLabel = "TRACKER",
      description =
          "reports to a server, too: mlflow:URI, a block such as {name: mlflow, experiment: fronts,"
              + " address: URI}, or none (default: MLFLOW_TRACKING_URI where it is set, else none)")
  private @Nullable String tracker;

  /** What the user said, if anything. */
  Optional<String> said() {
    return Optional.ofNullable(tracker);
  }
}
