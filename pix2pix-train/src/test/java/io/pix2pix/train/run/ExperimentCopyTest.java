package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExperimentCopyTest {
  private static final Path FILE = Path.of("runs/a/experiment.yaml");
  private static final String TEXT = "name: a\nseed: 1\n";

  private final ExperimentCopy copy = ExperimentCopy.begin(TEXT, "9f86d0");

  @Test
  void whatTheRunWroteIsUsed() {
    assertThat(copy.checked(FILE, TEXT)).isEqualTo(TEXT);
  }

  @Test
  void whatWasChangedIsReplacedByTheCopy() {
    assertThat(copy.checked(FILE, "name: a\nseed: 2\n")).isEqualTo(TEXT);
    assertThat(copy.checked(FILE, "")).isEqualTo(TEXT);
  }

  @Test
  void aDamagedCopyOrChecksumAloneHarmsNothing() {
    var damagedText = new ExperimentCopy(copy.run(), copy.sha256(), TEXT.replace('1', '3'));
    var damagedSum = new ExperimentCopy(copy.run(), "0", TEXT);

    assertThat(damagedText.checked(FILE, TEXT)).isEqualTo(TEXT);
    assertThat(damagedSum.checked(FILE, TEXT)).isEqualTo(TEXT);
  }

  @Test
  void whereNothingFitsNothingIsUsed() {
    var damaged = new ExperimentCopy(copy.run(), copy.sha256(), TEXT.replace('1', '3'));

    assertThatThrownBy(() -> damaged.checked(FILE, "seed: 2\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            FILE
                + ": is not what the run wrote, and run.json beside it is damaged too; put back one"
                + " of both");
  }

  @Test
  void theRunStaysTheSameWithMoreEpochsAndIsAnotherWithOtherData() {
    assertThat(copy.with("seed: 2\n").run()).isEqualTo(copy.run());
    assertThat(ExperimentCopy.begin(TEXT, "other").run()).isNotEqualTo(copy.run());
  }
}
