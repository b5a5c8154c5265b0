package io.pix2pix.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitOfPathTest {

  @ParameterizedTest
  @CsvSource({
    "data/train-00000-of-00002.parquet,train",
    "data/validation-00000-of-00001.parquet,val",
    "test.parquet,test",
    "default/train/0000.parquet,train",
    "train/my_dev_1.parquet,val",
    "Training.parquet,train",
    "eval-2.parquet,test"
  })
  void wordsOfNamesTellTheSplit(String path, String split) {
    assertThat(SplitOfPath.of(path)).contains(split);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/0000.parquet", "trainer.parquet", "latest.parquet", "a.parquet"})
  void partsOfWordsTellNothing(String path) {
    assertThat(SplitOfPath.of(path)).isEmpty();
  }

  @Test
  void aColumnMayUseOtherWords() {
    assertThat(SplitOfPath.ofWord(" Validation")).isEqualTo("val");
    assertThat(SplitOfPath.ofWord("holdout")).isEqualTo("holdout");
  }
}
