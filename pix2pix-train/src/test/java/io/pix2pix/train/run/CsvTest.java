package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
