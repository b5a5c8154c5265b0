package io.pix2pix.parquet;

import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** Reads what stands at the end of a Parquet file: its columns, and where their values lie. */
final class Footer {
  private static final String MAGIC = "PAR1";
  private static final String ENCRYPTED = "PARE";
  private static final int TAIL = 8;
  private static final int LEAST = 12;

  /** A row group of a few columns needs some hundred bytes. */
  private static final int MOST_MB = 64;

  private Footer() {}

  /**
   * Reads it.
   *
   * @param where messages call the file
   * @throws InvalidInputException if this is no Parquet file, a damaged one, or one whose footer is
   *     too large
   */
  static FileMetaData read(String where, ByteSource file, long size) {
    try {
      int length = length(where, file, size);
      var bytes = file.slice(size - TAIL - length, length).read();
      if (bytes.length != length) {
        throw new IOException("it ends too early");
      }
      return Util.readFileMetaData(new ByteArrayInputStream(bytes));
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new InvalidInputException(
          "%s: has a damaged footer (%s); copy the file again".formatted(where, e.getMessage()), e);
    }
  }

  private static int length(String where, ByteSource file, long size) throws IOException {
    if (size == 0) {
      throw new InvalidInputException(where + ": the file is empty; copy it again, or remove it");
    }
    var tail = file.slice(Math.max(0, size - TAIL), TAIL).read();
    var magic = size < LEAST ? "" : text(tail, MAGIC.length());
    if (magic.equals(ENCRYPTED)) {
      throw new InvalidInputException(where + ": is encrypted; store it without encryption");
    } else if (!magic.equals(MAGIC)) {
      boolean starts = text(file.slice(0, MAGIC.length()).read(), 0).equals(MAGIC);
      throw new InvalidInputException(
          where
              + (starts
                  ? ": is cut short, as its end is missing; copy the file again"
                  : ": is no Parquet file; copy the file again, or remove it"));
    }
    long length =
        Integer.toUnsignedLong(ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt());
    if (length > (long) MOST_MB << 20) {
      throw new InvalidInputException(
          "%s: has a footer of %d MB, and at most %d are read; write it with larger row groups"
              .formatted(where, length >> 20, MOST_MB));
    } else if (length == 0 || length > size - LEAST) {
      throw new InvalidInputException(
          where + ": has a footer that is longer than the file; copy the file again");
    }
    return (int) length;
  }

  private static String text(byte[] bytes, int from) {
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
  }
}
