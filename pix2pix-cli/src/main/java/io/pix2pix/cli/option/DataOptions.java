package io.pix2pix.cli.option;

import io.pix2pix.api.data.DataSource;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data is, and how closely it is looked at. */
public final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "the folder or archive (.zip, .tar) with the data (default: where it was used before)")
  private @Nullable Path data;

  @Option(
      names = "--check-data",
      description =
          "decodes all files of the data before work starts, as training always does, and compares"
              + " data by all contents; a result is kept until a file changes (default: the"
              + " contents of 64 files)")
  private boolean check;

  /** The folder that the user named, if any. */
  public Optional<Path> folder() {
    return Optional.ofNullable(data);
  }

  /**
   * Where the data is.
   *
   * @param cache a folder in which the result of a check is kept
   */
  public DataSource source(Path cache) {
    var source = DataSource.of(folder());
    return check ? source.checked(cache) : source;
  }
}
