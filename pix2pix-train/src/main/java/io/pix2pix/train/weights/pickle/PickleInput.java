package io.pix2pix.train.weights.pickle;

import com.google.common.base.CharMatcher;
import com.google.common.primitives.Ints;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a pickle. Never more of them are asked for than there may be, whatever length the
 * pickle claims. Used by one thread at a time.
 */
public final class PickleInput {
  private static final int LONGEST_LINE = 1000;
  private final String where;
  private final InputStream in;
  private final long most;
  private long position;

  /**
   * @param where a file, for messages
   * @param in begins with a pickle; buffered
   * @param most bytes that are read
   */
  public PickleInput(String where, InputStream in, long most) {
    this.where = where;
    this.in = in;
    this.most = most;
  }

  /** Bytes read so far. */
  public long position() {
    return position;
  }

  /** What to throw; what the pickle itself says may be part of the words. */
  public InvalidInputException problem(String words) {
    return new InvalidInputException(
        where + ": " + CharMatcher.javaIsoControl().replaceFrom(words, '?'));
  }

  int unsignedByte() {
    return bytes(1).get() & 0xff;
  }

  int unsignedShort() {
    return bytes(2).getShort() & 0xffff;
  }

  int integer() {
    return bytes(4).getInt();
  }

  long unsignedInteger() {
    return integer() & 0xffff_ffffL;
  }

  long longInteger() {
    return bytes(8).getLong();
  }

  double bigEndianDouble() {
    return bytes(8).order(ByteOrder.BIG_ENDIAN).getDouble();
  }

  String text(long length) {
    return StandardCharsets.UTF_8.decode(bytes(length)).toString();
  }

  /** Text up to the next line feed, which is read too. */
  String line() {
    var line = new StringBuilder();
    for (int next = unsignedByte(); next != '\n'; next = unsignedByte()) {
      line.append((char) next);
      if (line.length() > LONGEST_LINE) {
        throw problem("its pickle is damaged (a name without end); use another copy");
      }
    }
    return line.toString();
  }

  /** The next bytes, little-endian. */
  ByteBuffer bytes(long length) {
    if (length < 0 || length > most - position) {
      throw problem("its pickle is damaged or cut short; use another copy");
    }
    try {
      var bytes = in.readNBytes(Ints.checkedCast(length));
      position += bytes.length;
      if (bytes.length < length) {
        throw problem("is cut short; use another copy");
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new InvalidInputException(
          where + ": cannot be read (" + e.getMessage() + "); use another copy", e);
    }
  }
}
