package io.pix2pix.data.prepare;

import com.google.common.primitives.Ints;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import java.util.Optional;

/**
 * The size that pictures get.
 *
 * @param height in pixels; with {@code keepsRatio} of the shorter side
 * @param width in pixels
 * @param keepsRatio whether the shorter side gets that size, and the other one follows
 */
public record TargetSize(int height, int width, boolean keepsRatio) {
  private static final int MOST = 1 << 15;

  /**
   * Reads a size such as {@code 256} (height and width) or {@code 256x192} (width by height).
   *
   * @throws InvalidInputException if it is none
   */
  public static TargetSize parse(String text) {
    var parts = text.split("x", 2);
    var width = pixels(parts[0]);
    var height = parts.length == 2 ? pixels(parts[1]) : width;
    if (width.isEmpty() || height.isEmpty()) {
      throw new InvalidInputException(
          "--size: \"%s\" is no size; give pixels such as 256, or width by height such as 256x192"
              .formatted(text));
    }
    return new TargetSize(height.get(), width.get(), false);
  }

  /**
   * The shorter side; the other one follows.
   *
   * @throws InvalidInputException if it is no size
   */
  public static TargetSize shorter(int pixels) {
    if (pixels < 1 || pixels > MOST) {
      throw new InvalidInputException(
          "--shorter: %d is no size; give pixels from 1 to %d".formatted(pixels, MOST));
    }
    return new TargetSize(pixels, pixels, true);
  }

  private static Optional<Integer> pixels(String text) {
    return Optional.ofNullable(Ints.tryParse(text)).filter(number -> number >= 1 && number <= MOST);
  }

  /** The shape that a picture gets. */
  ImageShape of(ImageShape picture) {
    if (!keepsRatio) {
      return picture.resized(height, width);
    }
    double scale = (double) height / Math.min(picture.height(), picture.width());
    return picture.resized(
        (int) Math.max(1, Math.round(picture.height() * scale)),
        (int) Math.max(1, Math.round(picture.width() * scale)));
  }

  @Override
  public String toString() {
    return keepsRatio ? "shorter side " + height : width + "x" + height;
  }
}
