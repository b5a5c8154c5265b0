package io.pix2pix.api.data;

import io.pix2pix.api.error.InvalidInputException;
import java.util.Arrays;

/** How much of the data a checksum is of. */
public enum Coverage {
  /** Names and sizes of all files, and the contents of some. */
  SAMPLE("names, sizes and " + Coverage.FILES + " files"),

  /** Names and contents of all files. */
  FULL("names and all contents");

  /** The most pairs of a split whose contents are read for {@link #SAMPLE}, evenly spread. */
  public static final int FILES = 64;

  private final String words;

  Coverage(String words) {
    this.words = words;
  }

  /** What it covers, as run.json says it. */
  public String words() {
    return words;
  }

  /**
   * The coverage of a checksum.
   *
   * @throws InvalidInputException if it is of something else
   */
  static Coverage of(DataChecksum checksum) {
    return Arrays.stream(values())
        .filter(coverage -> coverage.words.equals(checksum.of()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "the checksum of the data is of \"%s\", which this version cannot compute; use the version of pix2pix that wrote it"
                        .formatted(checksum.of())));
  }
}
