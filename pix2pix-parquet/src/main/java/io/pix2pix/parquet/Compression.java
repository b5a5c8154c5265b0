package io.pix2pix.parquet;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.pix2pix.api.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Unpacks the pages of Parquet files. */
final class Compression {
  private Compression() {}

  /**
   * Refuses what cannot be unpacked.
   *
   * @param where messages call the file
   * @throws InvalidInputException if it is such a compression
   */
  static void check(String where, CompressionCodec codec) {
    switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> {}
      case LZO, BROTLI, LZ4 ->
          throw new InvalidInputException(
              "%s: is compressed with %s, which is not read; write it with snappy, zstd, gzip or none"
                  .formatted(where, codec));
    }
  }

  /**
   * The bytes that were packed.
   *
   * @param size how many they must be
   * @throws IOException if they are others, or damaged
   */
  static byte[] unpacked(CompressionCodec codec, byte[] packed, int size) throws IOException {
    if (codec == CompressionCodec.UNCOMPRESSED) {
      return packed;
    }
    try {
      var bytes = new byte[size];
      int found = unpack(codec, packed, bytes);
      if (found != size) {
        throw new IOException("a page has %d bytes, not %d".formatted(found, size));
      }
      return bytes;
    } catch (RuntimeException e) {
      throw new IOException("a page cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static int unpack(CompressionCodec codec, byte[] packed, byte[] bytes)
      throws IOException {
    return switch (codec) {
      case SNAPPY ->
          new SnappyDecompressor().decompress(packed, 0, packed.length, bytes, 0, bytes.length);
      case ZSTD ->
          new ZstdDecompressor().decompress(packed, 0, packed.length, bytes, 0, bytes.length);
      case LZ4_RAW ->
          new Lz4Decompressor().decompress(packed, 0, packed.length, bytes, 0, bytes.length);
      case GZIP -> gunzip(packed, bytes);
      case UNCOMPRESSED, LZO, BROTLI, LZ4 -> throw new IllegalArgumentException(codec.toString());
    };
  }

  private static int gunzip(byte[] packed, byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(bytes, 0, bytes.length);
    }
  }

  /** A part of some bytes, as all codecs take whole arrays. */
  static byte[] part(byte[] bytes, int from, int to) {
    return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
  }
}
