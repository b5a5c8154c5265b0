package io.pix2pix.data.archive;

import io.pix2pix.api.image.Image;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes archives of pictures, two pixels high and as wide as said. */
final class Archives {
  private Archives() {}

  /** A tar archive; names that end in {@code @} become links. */
  static Path tar(Path file, String... names) {
    try (var out = Files.newOutputStream(file)) {
      writeTar(out, names);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path compressedTar(Path file, String... names) {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      writeTar(out, names);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeTar(OutputStream out, String... names) throws IOException {
    var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    for (int i = 0; i < names.length; i++) {
      if (names[i].endsWith("@")) {
        var link = new TarArchiveEntry(names[i].replace("@", ""), TarConstants.LF_SYMLINK);
        link.setLinkName("x.png");
        tar.putArchiveEntry(link);
      } else {
        var contents = contents(names[i], 2 + i / 2);
        var entry = new TarArchiveEntry(names[i], true);
        entry.setSize(contents.length);
        tar.putArchiveEntry(entry);
        tar.write(contents);
      }
      tar.closeArchiveEntry();
    }
    tar.close();
  }

  static Path zip(Path file, String... names) {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < names.length; i++) {
        zip.putNextEntry(new ZipEntry(names[i]));
        zip.write(contents(names[i], 2 + i / 2));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture that {@link #tar} and {@link #zip} write. */
  static Image picture(int width) {
    return Pictures.ramp(2, width);
  }

  private static byte[] contents(String name, int width) throws IOException {
    if (!ImageFiles.isImage(name.substring(name.lastIndexOf('/') + 1))) {
      return name.getBytes(StandardCharsets.UTF_8);
    }
    var file = Files.createTempFile("picture", ".png");
    try {
      ImageFiles.write(file, picture(width));
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}
