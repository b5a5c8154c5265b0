package io.pix2pix.data.file;

import io.pix2pix.api.image.SampleRange;
import java.util.Optional;

/**
 * What becomes of an image's values in a file.
 *
 * @param depth what the numbers are
 * @param range the numbers that are black and white, where the data says so; bytes have their own
 */
public record WriteOptions(Depth depth, Optional<SampleRange> range) {
  /** Bytes from 0 to 255. */
  public static final WriteOptions BYTES = new WriteOptions(Depth.BYTES, Optional.empty());

  private static final SampleRange ALL_SHORTS = new SampleRange(0, 0xffff);

  /** The numbers that stand for -1 and for 1. */
  public SampleRange written() {
    return switch (depth) {
      case BYTES -> new SampleRange(0, 0xff);
      case SHORTS -> range.filter(WriteOptions::fitsShorts).orElse(ALL_SHORTS);
      case FLOATS -> range.orElse(new SampleRange(0, 1));
    };
  }

  private static boolean fitsShorts(SampleRange range) {
    return range.low() >= 0 && range.high() <= 0xffff && range.high() > 0xff;
  }

  /** The number that stands for a value, which is cut to {@code [-1, 1]}. */
  double number(float value) {
    var to = written();
    double share = (Math.max(-1, Math.min(1, value)) + 1.0) / 2;
    return to.low() + share * (to.high() - to.low());
  }
}
