package io.pix2pix.data.archive;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Finds the files of a zip archive, which are read in place. */
final class ZipReading {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END = 22;
  private static final int LONGEST_COMMENT = 65535;

  /** Java holds the whole table of contents in memory. */
  private static final long LARGEST_TABLE = 256L << 20;

  private static final long LEAST_OF_ENTRY = 46;

  private ZipReading() {}

  static void add(Path archive, String mounted, ArchiveIndex index) throws IOException {
    if (!Files.exists(archive)) {
      throw new NoSuchFileException(archive.toString());
    }
    refuseLargeTable(archive);
    var zip = new OpenZip(archive, open(archive));
    var entries = zip.file().entries();
    while (entries.hasMoreElements()) {
      var entry = entries.nextElement();
      index.count(archive);
      if (!entry.isDirectory()) {
        index.add(
            mounted,
            entry.getName().contains("/") ? entry.getName() : entry.getName().replace('\\', '/'),
            new Packed(zip, entry.getName(), entry.getSize()));
      }
    }
  }

  /** Names without the mark of UTF-8 are in the code page of DOS. */
  private static ZipFile open(Path archive) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      var words = String.valueOf(e.getMessage());
      if (words.contains("bad entry name") || words.contains("bad entry")) {
        return new ZipFile(archive.toFile(), Charset.forName("IBM437"));
      } else if (words.contains("encrypted")) {
        throw new InvalidInputException(
            archive + ": is encrypted; unpack it with its password, and name the folder", e);
      } else if (words.contains("compression method")) {
        throw new InvalidInputException(
            archive + ": is packed in another way than Deflate; unpack it, or pack it anew", e);
      }
      throw e;
    }
  }

  /** Reads the end of the archive, before Java makes room for what it claims. */
  private static void refuseLargeTable(Path archive) throws IOException {
    try (var file = new RandomAccessFile(archive.toFile(), "r")) {
      int length = (int) Math.min(file.length(), END + LONGEST_COMMENT);
      var bytes = new byte[length];
      file.seek(file.length() - length);
      file.readFully(bytes);
      var end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END; at >= 0; at--) {
        if (end.getInt(at) == END_SIGNATURE) {
          long first = Integer.toUnsignedLong(end.getInt(at + 16));
          boolean isLarge =
              first == 0xffffffffL || Short.toUnsignedInt(end.getShort(at + 10)) == 0xffff;
          long table =
              isLarge
                  ? largeTable(file, file.length() - length + at)
                  : Integer.toUnsignedLong(end.getInt(at + 12));
          if (table > LARGEST_TABLE || table / LEAST_OF_ENTRY > 2L * ArchiveIndex.MOST_ENTRIES) {
            throw ArchiveIndex.tooMany(archive);
          }
          return;
        }
      }
    }
  }

  /** The length that the end of a Zip64 archive says, which lies before the usual one. */
  private static long largeTable(RandomAccessFile file, long end) throws IOException {
    var bytes = new byte[20];
    if (end < bytes.length) {
      return 0;
    }
    file.seek(end - bytes.length);
    file.readFully(bytes);
    var locator = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long record = locator.getLong(8);
    if (locator.getInt(0) != 0x07064b50 || record < 0 || record + 56 > file.length()) {
      return 0;
    }
    var large = new byte[56];
    file.seek(record);
    file.readFully(large);
    long table = ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).getLong(40);
    return table < 0 ? Long.MAX_VALUE : table;
  }

  /** An archive, open as long as the program runs. */
  private record OpenZip(Path archive, ZipFile file) {}

  /** A packed file. Java finds its entry by name: an entry for each would fill the memory. */
  private static final class Packed extends Content {
    private final OpenZip zip;
    private final String name;
    private final long length;

    Packed(OpenZip zip, String name, long length) {
      this.zip = zip;
      this.name = name;
      this.length = length;
    }

    @Override
    public InputStream openStream() throws IOException {
      var entry = zip.file().getEntry(name);
      return new CheckedContent(zip.file().getInputStream(entry), entry.getCrc());
    }

    @Override
    Path archive() {
      return zip.archive();
    }

    @Override
    long length() {
      return length;
    }
  }
}
