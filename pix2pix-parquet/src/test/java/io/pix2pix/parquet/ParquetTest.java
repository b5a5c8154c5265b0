package io.pix2pix.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.PixelSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetTest {
  private static final MessageType COLUMNS =
      MessageTypeParser.parseMessageType(
          "message m { required binary condition; optional binary target; }");

  /** As Hugging Face writes images, with what may stand beside them. */
  private static final MessageType STRUCTURES =
      MessageTypeParser.parseMessageType(
          "message m { optional group image { optional binary bytes; optional binary path (UTF8); }"
              + " optional group conditioning_image { optional binary bytes; optional binary path"
              + " (UTF8); } optional binary text (UTF8); optional int64 label; optional group boxes"
              + " (LIST) { repeated group list { optional binary element; } } }");

  private static final Parquet USUAL = new Parquet("condition", "target");
  private static final Parquet CONTROL_NET = new Parquet("conditioning_image", "image");

  @TempDir Path folder;

  private Pairs open(Parquet dataset, String split) {
    return DataSource.folder(folder).open(dataset).split(split);
  }

  private void assertRefused(Parquet dataset, String message) {
    assertThatThrownBy(() -> open(dataset, "train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  /** A picture of 1x2 whose red is a number: the bytes of a PNG. */
  private byte[] picture(int red) throws IOException {
    var file = folder.resolve("picture.png");
    ImageFiles.write(file, image(red));
    var bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  private static Image image(int red) {
    float value = red / 127.5f - 1;
    return Image.of(new ImageShape(1, 2, 3), new float[] {value, -1, -1, value, 1, 1});
  }

  private Group row(int number) throws IOException {
    var row = new SimpleGroup(COLUMNS);
    row.add("condition", Binary.fromConstantByteArray(picture(number)));
    row.add("target", Binary.fromConstantByteArray(picture(100 + number)));
    return row;
  }

  private List<Group> rows(int from, int to) throws IOException {
    var rows = ImmutableList.<Group>builder();
    for (int number = from; number < to; number++) {
      rows.add(row(number));
    }
    return rows.build();
  }

  private Path write(String name, int from, int to) throws IOException {
    return SmallParquet.PLAIN.write(folder.resolve(name), COLUMNS, rows(from, to));
  }

  private static List<String> names(Pairs pairs) {
    return IntStream.range(0, pairs.size()).mapToObj(pairs::name).toList();
  }

  private static void assertRow(Pairs pairs, int index, int number) {
    assertThat(pairs.read(index).condition()).isEqualTo(image(number));
    assertThat(pairs.read(index).target()).isEqualTo(image(100 + number));
  }

  @Test
  void rowsOfAllFilesOfASplitArePairsInTheirOrder() throws IOException {
    write("data/train-00000-of-00002.parquet", 0, 3);
    write("data/train-00001-of-00002.parquet", 3, 5);
    write("data/validation-00000-of-00001.parquet", 5, 6);
    write("data/test-00000-of-00001.parquet", 6, 7);

    var train = open(USUAL, "train");

    assertThat(names(train))
        .containsExactly(
            "train-00000-of-00002-000000",
            "train-00000-of-00002-000001",
            "train-00000-of-00002-000002",
            "train-00001-of-00002-000000",
            "train-00001-of-00002-000001");
    assertThat(train.shape(4).target()).isEqualTo(new ImageShape(1, 2, 3));
    for (int index : new int[] {4, 0, 3, 2, 1}) {
      assertRow(train, index, index);
    }
    assertRow(open(USUAL, "val"), 0, 5);
    assertRow(open(USUAL, "test"), 0, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "UNCOMPRESSED,PARQUET_1_0,false", "SNAPPY,PARQUET_1_0,true", "SNAPPY,PARQUET_2_0,false",
    "ZSTD,PARQUET_1_0,false", "GZIP,PARQUET_2_0,true", "LZ4_RAW,PARQUET_1_0,false"
  })
  void everyRowIsFoundInSmallGroupsAndPagesOfAllKinds(
      CompressionCodec codec, WriterVersion version, boolean dictionary) throws IOException {
    SmallParquet.of(codec, 7, 2, version, dictionary)
        .write(folder.resolve("train.parquet"), COLUMNS, rows(0, 18));

    var pairs = open(USUAL, "train");

    assertThat(pairs.size()).isEqualTo(18);
    for (int index = 17; index >= 0; index--) {
      assertRow(pairs, index, index);
    }
  }

  private Group structure(int number) throws IOException {
    var row = new SimpleGroup(STRUCTURES);
    row.addGroup("image")
        .append("bytes", Binary.fromConstantByteArray(picture(100 + number)))
        .append("path", "photos/" + number + ".png");
    row.addGroup("conditioning_image")
        .append("bytes", Binary.fromConstantByteArray(picture(number)));
    row.append("text", "a house");
    row.append("label", (long) number);
    row.addGroup("boxes").addGroup("list").append("element", "x");
    return row;
  }

  @Test
  void imagesOfHuggingFaceAreRead() throws IOException {
    SmallParquet.PLAIN.write(
        folder.resolve("data/train-00000-of-00001.parquet"),
        STRUCTURES,
        List.of(structure(0), structure(1)));

    assertRow(open(CONTROL_NET, "train"), 1, 1);
  }

  @Test
  void aColumnThatIsMissingOrHoldsNoPicturesIsToldWithThoseThereAre() throws IOException {
    var file =
        SmallParquet.PLAIN.write(
            folder.resolve("train.parquet"), STRUCTURES, List.of(structure(0)));
    var columns =
        "; it has pictures in image, conditioning_image, besides image.path (text),"
            + " conditioning_image.path (text), text (text), label (numbers),"
            + " boxes.list.element (lists): name a column of pictures with data.";

    assertRefused(USUAL, file + ": has no column condition" + columns + "condition");
    assertRefused(
        new Parquet("text", "image"),
        file + ": column text holds text, not the bytes of pictures" + columns + "condition");
    assertRefused(
        new Parquet("image", "boxes"),
        file + ": column boxes holds lists, not the bytes of pictures" + columns + "target");
  }

  @Test
  void rowsWithoutAPictureAreNamedOrLeftOut() throws IOException {
    var empty = new SimpleGroup(COLUMNS);
    empty.add("condition", Binary.fromConstantByteArray(picture(7)));
    var file =
        SmallParquet.PLAIN.write(
            folder.resolve("train.parquet"), COLUMNS, List.of(row(0), empty, row(2)));

    assertRefused(
        USUAL,
        file
            + " row 1, target: has no picture (null, or a path alone); store the bytes of pictures,"
            + " or leave the row out");
    var kept = open(with("", BadImage.SKIP, Split.USUAL), "train");
    assertThat(names(kept)).containsExactly("train-000000", "train-000002");
  }

  private static Parquet with(String names, BadImage onBadImage, Split split) {
    return new Parquet(
        "condition",
        "target",
        "",
        names,
        0,
        ImmutableList.of(),
        onBadImage,
        PixelSettings.USUAL,
        split,
        "none");
  }

  private void writeTexts(String column, String... texts) throws IOException {
    var schema =
        MessageTypeParser.parseMessageType(
            "message m { required binary condition; required binary target; optional binary %s (UTF8); }"
                .formatted(column));
    var rows = ImmutableList.<Group>builder();
    for (int number = 0; number < texts.length; number++) {
      var row = new SimpleGroup(schema);
      row.add("condition", Binary.fromConstantByteArray(picture(number)));
      row.add("target", Binary.fromConstantByteArray(picture(100 + number)));
      row.add(column, texts[number]);
      rows.add(row);
    }
    SmallParquet.of(CompressionCodec.SNAPPY, 2, 1, WriterVersion.PARQUET_1_0, true)
        .write(folder.resolve("pairs.parquet"), schema, rows.build());
  }

  @Test
  void aColumnSaysTheSplit() throws IOException {
    writeTexts("split", "train", "validation", "train", "test");

    assertThat(names(open(USUAL, "train"))).containsExactly("pairs-000000", "pairs-000002");
    assertRow(open(USUAL, "val"), 0, 1);
    assertRow(open(USUAL, "test"), 0, 3);
  }

  @Test
  void aSplitThatNoRowSaysIsToldWithThoseThereAre() throws IOException {
    writeTexts("split", "test", "validation");

    assertRefused(
        USUAL, folder + ": column split has no rows of train; those in it are: test, validation");
    assertThat(DataSource.folder(folder).open(USUAL).has("train")).isFalse();
    assertThat(DataSource.folder(folder).open(USUAL).has("val")).isTrue();
  }

  /** The hash of "3" lies at 0.029, that of "1" at 0.446, as in the tests of other layouts. */
  @Test
  void dataWithoutSplitsIsSplitByNamesOrGroups() throws IOException {
    writeTexts("key", "1", "3");
    var byName = with("key", BadImage.FAIL, Split.USUAL);
    assertThat(names(open(byName, "train"))).containsExactly("1");
    assertThat(names(open(byName, "test"))).containsExactly("3");

    writeTexts("group", "3", "1", "3");
    assertThat(names(DataSource.folder(folder).open(USUAL).split("test")))
        .containsExactly("pairs-000000", "pairs-000002");
  }

  @Test
  void oneFileIsGivenInThePlaceOfAFolder() throws IOException {
    var file = write("my-train-set.parquet", 0, 2);
    write("other.parquet", 5, 6);

    var pairs = DataSource.of(Optional.of(file)).open(USUAL).split("train");

    assertThat(names(pairs)).containsExactly("my-train-set-000000", "my-train-set-000001");
    var missing = folder.resolve("missing.parquet");
    assertThatThrownBy(() -> DataSource.of(Optional.of(missing)).open(USUAL).split("train"))
        .hasMessage(missing + ": no such file; give the path of a Parquet file");
  }

  @Test
  void whatIsNoWholeParquetFileIsRefused() throws IOException {
    var file = write("train.parquet", 0, 3);
    var bytes = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(USUAL, file + ": is cut short, as its end is missing; copy the file again");
    Files.write(file, new byte[0]);
    assertRefused(USUAL, file + ": the file is empty; copy it again, or remove it");
    Files.writeString(file, "<html>not found</html>");
    assertRefused(USUAL, file + ": is no Parquet file; copy the file again, or remove it");
    Files.write(file, encrypted(bytes));
    assertRefused(USUAL, file + ": is encrypted; store it without encryption");
    bytes[bytes.length - 5] = 0x40;
    Files.write(file, bytes);
    assertThatThrownBy(() -> open(USUAL, "train"))
        .hasMessageContaining("has a footer of 1024 MB, and at most 64 are read");
  }

  private static byte[] encrypted(byte[] bytes) {
    var changed = bytes.clone();
    var magic = "PARE".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, changed, changed.length - 4, 4);
    return changed;
  }

  @Test
  void aDamagedPageIsTold() throws IOException {
    var file = write("train.parquet", 0, 3);
    var bytes = Files.readAllBytes(file);
    bytes[100] ^= 1;
    Files.write(file, bytes);

    assertRefused(
        USUAL,
        file
            + ": column condition is damaged or cut short (a page has another checksum); copy the"
            + " file again");
  }

  @Test
  void everyDamageOfAFileIsToldInOneLineOrDoesNoHarm() throws IOException {
    var file = write("train.parquet", 0, 2);
    var bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      var damaged = bytes.clone();
      damaged[at] ^= (byte) 0xff;
      Files.write(file, damaged);
      try {
        var pairs = open(USUAL, "train");
        IntStream.range(0, pairs.size()).forEach(pairs::read);
      } catch (InvalidInputException e) {
        assertThat(e).message().as("byte %d", at).startsWith(file.toString()).doesNotContain("\n");
      }
    }
  }

  @Test
  void foldersWithoutSuchFilesAndSplitsWithoutOnesAreTold() throws IOException {
    assertRefused(USUAL, folder + ": has no Parquet files; put them there, or name another folder");
    write("data/test-00000-of-00001.parquet", 0, 1);
    assertRefused(
        USUAL, folder + ": has no Parquet files of split train; the splits in it are: test");
  }

  @Test
  void aFileThatIsWrittenWhileItIsUsedIsNamed() throws IOException {
    var file =
        SmallParquet.of(CompressionCodec.UNCOMPRESSED, 7, 2, WriterVersion.PARQUET_1_0, false)
            .write(folder.resolve("train.parquet"), COLUMNS, rows(0, 40));
    var pairs = USUAL.open(Optional.of(FileTree.of(folder)), "train");
    write("train.parquet", 0, 3);

    assertThatThrownBy(() -> pairs.read(39))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            file + ": changed while it was in use; leave the data alone until the work is done");
  }

  @Test
  void checksumsFollowFromTheContents() throws IOException {
    write("train.parquet", 0, 3);
    var before = open(USUAL, "train");
    write("train.parquet", 1, 4);
    var after = open(USUAL, "train");

    for (var coverage : Coverage.values()) {
      assertThat(after.checksum(coverage)).isNotEqualTo(before.checksum(coverage));
    }
  }
}
