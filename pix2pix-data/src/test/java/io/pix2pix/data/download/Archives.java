package io.pix2pix.data.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Archives for tests. */
final class Archives {
  private Archives() {}

  /** What is put into an archive. */
  interface Content {
    void writeTo(TarArchiveOutputStream tar) throws IOException;
  }

  static byte[] of(Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      content.writeTo(tar);
    }
    return bytes.toByteArray();
  }

  /** A set of two files, one of which does not shrink. */
  static byte[] sound(int seed) throws IOException {
    return of(
        tar -> {
          var noise = new byte[200_000];
          new SplittableRandom(seed).nextBytes(noise);
          file(tar, "set/train/1.jpg", noise);
          file(tar, "set/test/ü.jpg", "two".getBytes(UTF_8));
        });
  }

  static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  static void link(TarArchiveOutputStream tar, String name, String target, byte kind)
      throws IOException {
    var entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }
}
