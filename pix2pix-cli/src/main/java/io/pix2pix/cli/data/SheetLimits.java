package io.pix2pix.cli.data;

import com.google.common.base.Ascii;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;

/** What a sheet can be asked for. */
final class SheetLimits {
  private static final int MOST = 100;

  private SheetLimits() {}

  /**
   * @throws InvalidInputException if numbers are out of range, or the file is none of PNG
   */
  static void check(int count, int draws, Path output) {
    require("--count", count);
    require("--draws", draws);
    if (!Ascii.toLowerCase(output.toString()).endsWith(".png")) {
      throw new InvalidInputException(
          "--output: " + output + " must end in .png: a sheet is a PNG file");
    }
  }

  private static void require(String option, int value) {
    if (value < 1 || value > MOST) {
      throw new InvalidInputException(
          "%s: must be from 1 to %d, not %d".formatted(option, MOST, value));
    }
  }
}
