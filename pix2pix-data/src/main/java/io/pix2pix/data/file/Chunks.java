package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import com.google.common.primitives.Ints;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that are a row of named chunks: PNG and WebP. What is not asked for is skipped. */
final class Chunks {
  private static final int LARGEST = 1 << 20;

  /** Gigabytes of nothing look like chunks without end. */
  private static final int MOST = 1 << 14;

  private Chunks() {}

  /** How chunks follow each other. */
  enum Form {
    /** Eight bytes before the first; length, name, data, checksum. */
    PNG(8) {
      @Override
      long length(int first, int second) {
        return Integer.toUnsignedLong(first);
      }

      @Override
      int name(int first, int second) {
        return second;
      }

      @Override
      long after(long length) {
        return 4;
      }
    },
    /**
     * Twelve bytes before the first; name, length from the lowest byte on, data, filled to even.
     */
    RIFF(12) {
      @Override
      long length(int first, int second) {
        return Integer.toUnsignedLong(Integer.reverseBytes(second));
      }

      @Override
      int name(int first, int second) {
        return first;
      }

      @Override
      long after(long length) {
        return length % 2;
      }
    };

    private final int start;

    Form(int start) {
      this.start = start;
    }

    abstract long length(int first, int second);

    abstract int name(int first, int second);

    abstract long after(long length);
  }

  /** The data of the first chunk of a name. */
  static Optional<byte[]> find(ByteSource contents, Form form, String name) throws IOException {
    int wanted = Ints.fromByteArray(name.getBytes(StandardCharsets.US_ASCII));
    try (var bytes = new DataInputStream(contents.openStream())) {
      bytes.skipNBytes(form.start);
      for (int i = 0; i < MOST; i++) {
        int first = bytes.readInt();
        int second = bytes.readInt();
        long length = form.length(first, second);
        int found = form.name(first, second);
        if (found == wanted && length <= LARGEST) {
          return Optional.of(bytes.readNBytes((int) length));
        } else if (found == 0) {
          return Optional.empty();
        }
        bytes.skipNBytes(length + form.after(length));
      }
      return Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }
}
