package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void quotesACellOnlyWhereItMustBe() {
    var row =
        List.of(
            "U-Net (L1 + cGAN), a", "#1 \"best\" of all", "longer than twenty-four letters", "");

    assertThat(Csv.text(List.of(row)))
        .isEqualTo(
            "\"U-Net (L1 + cGAN), a\",\"#1 \"\"best\"\" of all\",longer than twenty-four"
                + " letters,\n");
  }

  @Test
  void readsWhatItWrites() {
    var rows =
        ImmutableList.of(
            ImmutableList.of("name", "value"), ImmutableList.of("two\nlines", "\"quoted\", # é"));

    assertThat(Csv.rows(Csv.text(rows))).isEqualTo(rows);
  }

  @Test
  void writesNumbersSoThatTheyReadBackTheSame() {
    assertThat(Csv.text(List.of(List.of(3L, 0.1f, 1e-7, Double.NaN), List.of())))
        .isEqualTo("3,0.1,1.0E-7,NaN\n");
  }

  @Test
  void writesNumbersForReadersWithSixDigitsAndNoneAsNothing() {
    assertThat(Csv.number(1 / 3.0)).isEqualTo("0.333333");
    assertThat(Csv.number(-12)).isEqualTo("-12.000000");
    assertThat(Csv.number(Double.NaN)).isEmpty();
    assertThat(Csv.number(Double.POSITIVE_INFINITY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1-facades", "1-camvid", "2-facades", "2-camvid", "3-facades", "3-camvid"})
  void readsAndWritesCommittedTablesByteForByte(String table) throws IOException {
    var root = Path.of(System.getProperty("pix2pix.root", ".."));
    var text = Files.readString(root.resolve("docs/studies/table-" + table + "/table.csv"));

    assertThat(Csv.text(Csv.rows(text))).isEqualTo(text);
  }
}
