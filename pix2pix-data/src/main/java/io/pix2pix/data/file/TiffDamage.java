package io.pix2pix.data.file;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Unpacks strips and tiles of TIFF files for their checksums and lengths. Readers unpack no more
 * than the pixels that they want, and come to neither.
 */
final class TiffDamage {
  private static final int BUFFER = 1 << 14;

  /** By the number of the compression. */
  private static final ImmutableMap<Integer, Unpacking> UNPACKINGS =
      ImmutableMap.of(
          TiffLzw.COMPRESSION,
          (stream, bytes, most) -> TiffLzw.unpackedLength(stream, bytes),
          8,
          TiffDamage::inflatedLength,
          32946,
          TiffDamage::inflatedLength,
          32773,
          (stream, bytes, most) -> lengthOfPackBits(stream, bytes));

  private TiffDamage() {}

  /** Counts what a strip or tile holds. */
  private interface Unpacking {
    /**
     * @param stream at its start
     * @param bytes that it has
     * @param most what is not unpacked further: there may be more without measure
     * @return bytes; negative if nobody knows
     * @throws IOException if it is damaged
     */
    long length(ImageInputStream stream, long bytes, long most) throws IOException;
  }

  /**
   * Checks the first pages, where they are packed so that damage can be told.
   *
   * @param compression of the first page
   * @param pages how many of them
   * @throws IIOException if one is damaged
   */
  static void check(ByteSource contents, int compression, int pages) throws IOException {
    if (pages == 1 && !UNPACKINGS.containsKey(compression)) {
      return;
    }
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      var all = (CompoundDirectory) new TIFFReader().read(stream);
      for (int page = 0; page < Math.min(pages, all.directoryCount()); page++) {
        check(stream, all.getDirectory(page));
      }
    }
  }

  private static void check(ImageInputStream stream, Directory page) throws IOException {
    var unpacking = UNPACKINGS.get(PictureTags.tiff(page).compression().orElse(0));
    if (unpacking == null) {
      return;
    }
    var strips = TiffStrips.of(page);
    for (int i = 0; i < strips.count(); i++) {
      stream.seek(strips.offset(i));
      strips.requireLength(i, unpacking.length(stream, strips.bytes(i), strips.unpackedBytes()));
    }
  }

  private static long inflatedLength(ImageInputStream stream, long bytes, long most)
      throws IOException {
    var inflater = new Inflater();
    try {
      byte[] packed = new byte[BUFFER];
      byte[] unpacked = new byte[BUFFER];
      long left = bytes;
      while (!inflater.finished()
          && !inflater.needsDictionary()
          && inflater.getBytesWritten() <= most) {
        if (inflater.needsInput()) {
          int read = stream.read(packed, 0, (int) Math.min(packed.length, left));
          if (read <= 0) {
            break;
          }
          left -= read;
          inflater.setInput(packed, 0, read);
        }
        inflater.inflate(unpacked);
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException e) {
      throw new IIOException("its Deflate data is damaged: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  /** Each count stands for as many bytes that follow, or for copies of one. */
  private static long lengthOfPackBits(ImageInputStream stream, long bytes) throws IOException {
    long unpacked = 0;
    long left = bytes;
    while (left > 0) {
      int count = stream.readByte();
      int follow = count >= 0 ? count + 1 : count == Byte.MIN_VALUE ? 0 : 1;
      unpacked += count >= 0 ? follow : follow == 0 ? 0 : 1 - count;
      stream.skipBytes(follow);
      left -= 1 + follow;
    }
    return unpacked;
  }
}
