package io.pix2pix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.photo.Edges;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Six pairs of 16x16 pixels, four of them for training, as files of a layout. */
final class LayoutFiles {
  private static final int EDGE = 16;

  /** Splits of the pairs, which have the numbers 1 to 6. */
  static final ImmutableList<String> SPLITS =
      ImmutableList.of("train", "train", "train", "train", "val", "test");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Of a photo and its edges, as {@code data: edges} finds them. */
  static ImagePair pair(int number) {
    return new Edges(0).pair(photo(number));
  }

  private static Image photo(int number) {
    var shape = new ImageShape(EDGE, EDGE, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int y = i / 3 / EDGE;
      int x = i / 3 % EDGE;
      boolean inside = y > number && x > 8 - number;
      int value = (inside ? 150 : 30) + y * 2 + x + 20 * (i % 3);
      values[i] = value / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  /** Both halves in one picture. */
  static Image sideBySide(Image left, Image right) {
    var shape = left.shape().resized(left.height(), 2 * left.width());
    var values = new float[shape.size()];
    int row = 3 * left.width();
    for (int y = 0; y < left.height(); y++) {
      System.arraycopy(left.toArray(), y * row, values, 2 * y * row, row);
      System.arraycopy(right.toArray(), y * row, values, (2 * y + 1) * row, row);
    }
    return Image.owning(shape, values);
  }

  LayoutFiles add(String name, Image picture) {
    try {
      var file = Files.createTempFile("picture", ".png");
      ImageFiles.write(file, picture);
      files.put(name, Files.readAllBytes(file));
      Files.delete(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LayoutFiles add(String name, String text) {
    files.put(name, text.getBytes(UTF_8));
    return this;
  }

  /** As a folder, or as an archive of the kind that the name of the file says. */
  Path write(Path place) {
    var name = place.toString();
    try {
      if (name.endsWith(".zip")) {
        writeZip(place);
      } else if (name.endsWith(".tar")) {
        writeTar(Files.newOutputStream(place));
      } else if (name.endsWith(".tar.gz")) {
        writeTar(new GZIPOutputStream(Files.newOutputStream(place)));
      } else if (name.endsWith(".parquet")) {
        PairTable.write(place, files);
      } else {
        writeFolder(place);
      }
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeFolder(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private void writeZip(Path archive) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
  }

  private void writeTar(OutputStream out) throws IOException {
    try (var tar = new TarArchiveOutputStream(out)) {
      for (var file : files.entrySet()) {
        var entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
  }
}
