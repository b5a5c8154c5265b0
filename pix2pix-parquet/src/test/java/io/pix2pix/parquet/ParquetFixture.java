package io.pix2pix.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.PixelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.io.TempDir;

/** Small Parquet files in a folder, and what is expected of them. */
abstract class ParquetFixture {
  static final MessageType COLUMNS =
      MessageTypeParser.parseMessageType(
          "message m { required binary condition; optional binary target; }");

  static final Parquet USUAL = new Parquet("condition", "target");
  static final Parquet CONTROL_NET = new Parquet("conditioning_image", "image");

  @TempDir Path folder;

  Pairs open(Parquet dataset, String split) {
    return DataSource.folder(folder).open(dataset).split(split);
  }

  void assertRefused(Parquet dataset, String message) {
    assertThatThrownBy(() -> open(dataset, "train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  /** A picture of 1x2 whose red is a number: the bytes of a PNG. */
  byte[] picture(int red) throws IOException {
    var file = folder.resolve("picture.png");
    ImageFiles.write(file, image(red));
    var bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  static Image image(int red) {
    float value = red / 127.5f - 1;
    return Image.of(new ImageShape(1, 2, 3), new float[] {value, -1, -1, value, 1, 1});
  }

  Group row(int number) throws IOException {
    var row = new SimpleGroup(COLUMNS);
    row.add("condition", Binary.fromConstantByteArray(picture(number)));
    row.add("target", Binary.fromConstantByteArray(picture(100 + number)));
    return row;
  }

  List<Group> rows(int from, int to) throws IOException {
    var rows = ImmutableList.<Group>builder();
    for (int number = from; number < to; number++) {
      rows.add(row(number));
    }
    return rows.build();
  }

  Path write(String name, int from, int to) throws IOException {
    return SmallParquet.PLAIN.write(folder.resolve(name), COLUMNS, rows(from, to));
  }

  static List<String> names(Pairs pairs) {
    return IntStream.range(0, pairs.size()).mapToObj(pairs::name).toList();
  }

  static void assertRow(Pairs pairs, int index, int number) {
    assertThat(pairs.read(index).condition()).isEqualTo(image(number));
    assertThat(pairs.read(index).target()).isEqualTo(image(100 + number));
  }

  static Parquet with(String names, BadImage onBadImage, Split split) {
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
}
