package io.pix2pix.data.file;

import com.google.common.primitives.Ints;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * The memory in which pictures are decoded. Large ones wait for each other, and one that could
 * never fit is refused before anything is made for it.
 */
final class PictureMemory {
  private static final double HEAP = Runtime.getRuntime().maxMemory();
  private static final int ALL = Math.max(1, megabytes(HEAP * 0.75));
  private static final Semaphore FREE = new Semaphore(ALL, true);

  private PictureMemory() {}

  /** A float and a packed color for each pixel, beside what the decoder makes. */
  private static int bytesOfImage(ImageShape stored) {
    return Math.max(3, stored.channels()) * Float.BYTES + Integer.BYTES;
  }

  private static long mostPixels(ImageShape stored) {
    return (Integer.MAX_VALUE - 8L) / Math.max(3, stored.channels());
  }

  /**
   * Refuses a picture that does not fit.
   *
   * @param path for the message
   * @param bytesOfPixel that the decoder makes
   */
  static void check(String path, ImageShape stored, double bytesOfPixel) {
    double needed = bytes(stored, bytesOfPixel);
    var size = stored.widthByHeight();
    if ((double) stored.height() * stored.width() > mostPixels(stored)) {
      throw new InvalidInputException(
          "%s: has %s pixels and would need %s of memory; a picture can have %d million pixels at most: make it smaller"
              .formatted(path, size, words(needed), mostPixels(stored) / 1_000_000));
    } else if (megabytes(needed) > ALL) {
      throw new InvalidInputException(
          "%s: its %s pixels need %s of memory, and Java may use %s for a picture; make it smaller, or give Java more: PIX2PIX_JAVA_OPTIONS=-Xmx%dg"
              .formatted(path, size, words(needed), words(HEAP * 0.75), enough(needed)));
    }
  }

  private static double bytes(ImageShape stored, double bytesOfPixel) {
    return (double) stored.height() * stored.width() * (bytesOfImage(stored) + bytesOfPixel);
  }

  /** As {@link #check}; then decodes it, once there is room. */
  static <T> T within(String path, ImageShape stored, double bytesOfPixel, Decoding<T> decoding)
      throws IOException {
    check(path, stored, bytesOfPixel);
    int needed = megabytes(bytes(stored, bytesOfPixel));
    FREE.acquireUninterruptibly(needed);
    try {
      return decoding.picture();
    } finally {
      FREE.release(needed);
    }
  }

  /** What needs the memory. */
  interface Decoding<T> {
    T picture() throws IOException;
  }

  private static int megabytes(double bytes) {
    return Ints.saturatedCast((long) (bytes / (1 << 20)));
  }

  private static long enough(double needed) {
    return (long) Math.ceil(needed * 1.5 / (1 << 30));
  }

  private static String words(double bytes) {
    return bytes < 1e9
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
