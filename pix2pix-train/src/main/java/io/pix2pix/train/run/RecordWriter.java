package io.pix2pix.train.run;

import com.google.common.primitives.Longs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TensorFlow's record framing: length, its checksum, the bytes, their checksum; numbers little
 * endian.
 */
final class RecordWriter {
  private static final int MASK = 0xa282ead8;

  private final OutputStream out;

  RecordWriter(OutputStream out) {
    this.out = out;
  }

  void write(byte[] bytes) throws IOException {
    var length = Longs.toByteArray(Long.reverseBytes(bytes.length));
    out.write(length);
    out.write(checksum(length));
    out.write(bytes);
    out.write(checksum(bytes));
  }

  private static byte[] checksum(byte[] bytes) {
    return ByteBuffer.allocate(Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(maskedChecksum(bytes))
        .array();
  }

  /** CRC-32C, rotated and moved, as a checksum of data that holds checksums goes wrong easily. */
  static int maskedChecksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
  }
}
