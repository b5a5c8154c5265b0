package io.pix2pix.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.layout.Split;
import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

class ParquetSplitsTest extends ParquetFixture {
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
  void foldersWithoutSuchFilesAndSplitsWithoutOnesAreTold() throws IOException {
    assertRefused(USUAL, folder + ": has no Parquet files; put them there, or name another folder");
    write("data/test-00000-of-00001.parquet", 0, 1);
    assertRefused(
        USUAL, folder + ": has no Parquet files of split train; the splits in it are: test");
  }

  @Test
  void groupsThatAreInSeveralSplitsAreNamed() throws IOException {
    write("train.parquet", 0, 2);
    write("test.parquet", 2, 3);
    var files = ParquetFiles.of(FileTree.of(folder), "");
    var byNumber = new Split(0.1, 0.1, 1, "[0-9]+");

    var pairs = new ParquetPairs(files, ImmutableMap.of(), "", byNumber);

    assertThat(pairs.sharedGroups().words())
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .startsWith("1 group with pairs in several splits, such as 000000"));
  }
}
