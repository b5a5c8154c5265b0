package io.pix2pix.data.file;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Ways in which TIFF files are compressed, by their number. */
final class TiffCompression {
  private static final ImmutableSet<Integer> LOSSY = ImmutableSet.of(6, 7, 33003, 33005, 34712);
  private static final ImmutableMap<Integer, String> NOT_READ =
      ImmutableMap.<Integer, String>builder()
          .put(9, "JBIG")
          .put(10, "JBIG")
          .put(32766, "NeXT")
          .put(32895, "IT8")
          .put(32908, "Pixar")
          .put(32909, "Pixar")
          .put(33003, "JPEG 2000")
          .put(33005, "JPEG 2000")
          .put(34661, "JBIG")
          .put(34676, "SGI log")
          .put(34677, "SGI log")
          .put(34712, "JPEG 2000")
          .put(34887, "LERC")
          .put(34892, "lossy JPEG of DNG")
          .put(34925, "LZMA")
          .put(34933, "PNG")
          .put(34934, "JPEG XR")
          .put(50000, "Zstandard")
          .put(50001, "WebP")
          .put(50002, "JPEG XL")
          .put(52546, "JPEG XL")
          .buildOrThrow();

  private TiffCompression() {}

  /** Whether samples may differ from those that were stored. */
  static boolean isLossy(int number) {
    return LOSSY.contains(number);
  }

  /** What a compression is called that no decoder here knows. */
  static Optional<String> notRead(int number) {
    return Optional.ofNullable(NOT_READ.get(number));
  }
}
