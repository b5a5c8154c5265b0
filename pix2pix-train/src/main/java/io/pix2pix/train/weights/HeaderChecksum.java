package io.pix2pix.train.weights;

import com.google.common.collect.ImmutableMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A checksum that covers the head of a safetensors file, its length and the checksum of the tensors
 * included. It stands in the head itself, always at the same place, and counts as dashes there.
 */
final class HeaderChecksum {
  static final String KEY = "header-crc32c";

  /** Stands for a checksum that is not known yet. */
  static final String UNKNOWN = "--------";

  private static final int LENGTH_BYTES = 8;
  private static final byte[] BEFORE =
      ("{\"" + SafetensorsHeader.METADATA + "\":{\"" + KEY + "\":\"")
          .getBytes(StandardCharsets.US_ASCII);
  private static final int PLACE = LENGTH_BYTES + BEFORE.length;

  private HeaderChecksum() {}

  /** Metadata with places for both checksums before it. */
  static ImmutableMap<String, String> unknown(Map<String, String> metadata) {
    return metadata(UNKNOWN, metadata);
  }

  /** Metadata with the tensors' checksum, and a place for that of the head. */
  static ImmutableMap<String, String> metadata(String tensors, Map<String, String> metadata) {
    return ImmutableMap.<String, String>builder()
        .put(KEY, UNKNOWN)
        .put(SafetensorsHeader.CHECKSUM, tensors)
        .putAll(metadata)
        .buildOrThrow();
  }

  /** Puts the checksum of a head into it. */
  static byte[] sealed(byte[] header) {
    var sealed = header.clone();
    var sum = of(header).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(sum, 0, sealed, PLACE, sum.length);
    return sealed;
  }

  /** Whether a head is what was written. */
  static boolean holds(byte[] header) {
    int end = PLACE + UNKNOWN.length();
    return header.length > end
        && Arrays.equals(header, LENGTH_BYTES, PLACE, BEFORE, 0, BEFORE.length)
        && of(header)
            .equals(new String(header, PLACE, UNKNOWN.length(), StandardCharsets.US_ASCII));
  }

  private static String of(byte[] header) {
    var plain = header.clone();
    var dashes = UNKNOWN.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(dashes, 0, plain, PLACE, dashes.length);
    var sum = new CRC32C();
    sum.update(plain);
    return SafetensorsHeader.checksum(sum);
  }
}
