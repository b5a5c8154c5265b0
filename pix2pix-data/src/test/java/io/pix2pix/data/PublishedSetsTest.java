package io.pix2pix.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.folders.WebDataset;
import io.pix2pix.data.list.ImageFolder;
import io.pix2pix.data.list.ListedPairs;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.testing.Provided;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets that people train on, in each layout that fits: everywhere the same pairs, in one order. */
class PublishedSetsTest {
  private static final Dataset FOLDERS = new TwoFolders("label", "photo", 0);

  @TempDir Path folder;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private static Pairs open(Path data, Dataset dataset) {
    return DataSource.of(Optional.of(data)).open(dataset).split("val");
  }

  private static void assertSame(Pairs pairs, Pairs expected) {
    assertThat(pairs.size()).isEqualTo(expected.size());
    for (int index : List.of(0, expected.size() / 2, expected.size() - 1)) {
      assertThat(pairs.read(index)).isEqualTo(expected.read(index));
    }
  }

  @ParameterizedTest
  @CsvSource({"facades, 100", "edges2shoes-100, 20"})
  void pairsSideBySide(String set, int size) throws IOException {
    var data = Provided.data(set);
    var palette = data.resolve(Dataset.PALETTE);
    if (Files.exists(palette)) {
      files.put("set/" + Dataset.PALETTE, Files.readAllBytes(palette));
    }
    var dataset = new Paired(Direction.AtoB, 0);
    var expected = open(data, dataset);
    for (var file : MoreFiles.listFiles(data.resolve("val"))) {
      files.put("set/val/" + file.getFileName(), Files.readAllBytes(file));
    }

    assertThat(expected.size()).isEqualTo(size);
    assertSame(open(zip(), dataset), expected);
    assertSame(open(tar("a.tar"), dataset), expected);
    assertSame(open(tar("a.tar.gz"), dataset), expected);
  }

  @Test
  void camVid() throws IOException {
    var data = Provided.data("camvid");
    var expected = open(data, FOLDERS);

    add(data, "val/label/%s", "val/photo/%s");
    assertSame(open(zip(), FOLDERS), expected);
    assertSame(open(tar("a.tar"), FOLDERS), expected);
    add(data, "valA/%s", "valB/%s");
    assertSame(open(zip(), new TwoFolders("{split}A", "{split}B", 0)), expected);
    add(data, "label/val/5VD/%s", "photo/val/5VD/%s");
    assertSame(
        open(zip(), new TwoFolders("label/{split}/{path*}", "photo/{split}/{path*}", 0)), expected);
    add(data, "val/%s.label", "val/%s.photo");
    assertSame(open(tar("b.tar"), new WebDataset("label", "photo", 0)), expected);
  }

  @Test
  void camVidInLists() throws IOException {
    var data = Provided.data("camvid");
    var expected = open(data, FOLDERS);
    var rows = new StringBuilder("condition,target,split\n");
    var metadata = new StringBuilder("file_name,label_file_name\n");
    for (var name : add(data, "val/label/%s", "val/photo/%s")) {
      rows.append("val/label/%1$s.png,val/photo/%1$s.jpg,val\n".formatted(name));
      metadata.append("photo/%1$s.jpg,label/%1$s.png\n".formatted(name));
    }
    files.put("pairs.csv", rows.toString().getBytes(UTF_8));
    files.put("val/metadata.csv", metadata.toString().getBytes(UTF_8));

    assertSame(open(zip(), new ListedPairs("pairs.csv", 0)), expected);
    assertSame(open(zip(), new ImageFolder(0)), expected);
  }

  /**
   * Takes the files of the set and gives them other names.
   *
   * @param condition their new path, without the extension
   * @param target the same of targets
   * @return the names, in their order
   */
  private List<String> add(Path set, String condition, String target) throws IOException {
    files.clear();
    files.put(Dataset.PALETTE, Files.readAllBytes(set.resolve(Dataset.PALETTE)));
    var names =
        MoreFiles.listFiles(set.resolve("val/label")).stream()
            .map(MoreFiles::getNameWithoutExtension)
            .sorted()
            .toList();
    for (var name : names) {
      var label = set.resolve("val/label/" + name + ".png");
      var photo = set.resolve("val/photo/" + name + ".jpg");
      files.put(condition.formatted(name) + ".png", Files.readAllBytes(label));
      files.put(target.formatted(name) + ".jpg", Files.readAllBytes(photo));
    }
    return names;
  }

  private Path zip() throws IOException {
    var archive = folder.resolve("a.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return archive;
  }

  private Path tar(String name) throws IOException {
    var archive = folder.resolve(name);
    try (var tar = new TarArchiveOutputStream(out(archive))) {
      for (var file : files.entrySet()) {
        var entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return archive;
  }

  private static OutputStream out(Path archive) throws IOException {
    var file = Files.newOutputStream(archive);
    return archive.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file;
  }
}
