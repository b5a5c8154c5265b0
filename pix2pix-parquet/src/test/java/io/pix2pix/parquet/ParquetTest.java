package io.pix2pix.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.PixelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetTest extends ParquetFixture {
  /** As Hugging Face writes images, with what may stand beside them. */
  private static final MessageType STRUCTURES =
      MessageTypeParser.parseMessageType(
          "message m { optional group image { optional binary bytes; optional binary path (UTF8); }"
              + " optional group conditioning_image { optional binary bytes; optional binary path"
              + " (UTF8); } optional binary text (UTF8); optional int64 label; optional group boxes"
              + " (LIST) { repeated group list { optional binary element; } } }");

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

  @Test
  void theAlphaOfTargetsIsAMask() throws IOException {
    var file = folder.resolve("alpha.png");
    ImageFiles.write(
        file, Image.of(new ImageShape(1, 2, 4), new float[] {1, 1, 1, 1, 1, 1, 1, -1}));
    var row = new SimpleGroup(COLUMNS);
    row.add("condition", Binary.fromConstantByteArray(picture(7)));
    row.add("target", Binary.fromConstantByteArray(Files.readAllBytes(file)));
    SmallParquet.PLAIN.write(folder.resolve("train.parquet"), COLUMNS, List.of(row));
    var dataset =
        new Parquet(
            "condition",
            "target",
            "",
            "",
            0,
            ImmutableList.of(),
            BadImage.FAIL,
            PixelSettings.USUAL,
            Split.USUAL,
            "alpha");

    assertThat(open(dataset, "train").read(0).mask().orElseThrow().toArray()).containsExactly(1, 0);
    assertThat(dataset.masked()).isTrue();
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
