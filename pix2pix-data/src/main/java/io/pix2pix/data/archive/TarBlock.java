package io.pix2pix.data.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the header of a file as nearly all are: a short name in ASCII, a size in octal digits. The
 * library is asked for all others: it reads owners and times too, for hundreds of thousands of
 * files.
 */
final class TarBlock {
  static final int LENGTH = 512;

  private static final int NAME = 100;
  private static final int SIZE = 124;
  private static final int SIZE_END = 136;
  private static final int SUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);

  private TarBlock() {}

  /** Whether it marks the end of the archive. */
  static boolean isEnd(byte[] block) {
    for (byte one : block) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  /** The header of a plain file; empty if it is none, or damaged. */
  static Optional<TarHeaders.Header> plain(byte[] block) {
    if (block.length < LENGTH || !isFile(block) || octal(block, SUM, TYPE) != sum(block)) {
      return Optional.empty();
    }
    int end = 0;
    while (end < NAME && block[end] > 0) {
      end++;
    }
    long size = octal(block, SIZE, SIZE_END);
    boolean isPlain = end > 0 && end < NAME && block[end] == 0 && block[end - 1] != '/';
    return isPlain && size >= 0
        ? Optional.of(
            new TarHeaders.Header(
                new String(block, 0, end, StandardCharsets.US_ASCII), size, Optional.empty()))
        : Optional.empty();
  }

  /** Of the forms with a magic number, GNU's has no prefix of names. */
  private static boolean isFile(byte[] block) {
    boolean isGnu = block[MAGIC + USTAR.length] == ' ';
    return (block[TYPE] == '0' || block[TYPE] == 0)
        && Arrays.equals(block, MAGIC, MAGIC + USTAR.length, USTAR, 0, USTAR.length)
        && (isGnu || block[PREFIX] == 0);
  }

  /** The sum of all bytes, in which those of the sum itself count as spaces. */
  private static long sum(byte[] block) {
    long sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += i >= SUM && i < TYPE ? ' ' : Byte.toUnsignedInt(block[i]);
    }
    return sum;
  }

  /** A number of octal digits; -1 if there is anything else. */
  private static long octal(byte[] block, int from, int end) {
    long number = 0;
    int at = from;
    while (at < end && block[at] >= '0' && block[at] <= '7') {
      number = number * 8 + block[at] - '0';
      at++;
    }
    boolean ends = at == end || block[at] == 0 || block[at] == ' ';
    return at > from && ends ? number : -1;
  }
}
