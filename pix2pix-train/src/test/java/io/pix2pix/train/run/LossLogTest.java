package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossLogTest {
  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of("generator.l1", "discriminator.real");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("losses.csv");
  }

  @Test
  void writesARowForEachStep() {
    write(0, 3);

    assertThat(file)
        .hasContent(
            """
            step,generator.l1,discriminator.real
            1,1.0,0.33333334
            2,0.5,0.33333334
            3,0.33333334,0.33333334
            """);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 60, 99, 100})
  void endsWithTheSameBytesAfterAKillAndAResume(long checkpoint) throws IOException {
    write(0, 250);
    var uninterrupted = Files.readAllBytes(file);
    write(0, 100);
    Files.writeString(file, Files.readString(file) + "101,0.1");

    write(checkpoint, 250);

    assertThat(file).hasBinaryContent(uninterrupted);
  }

  @Test
  void showsItsRowsAfterAFlush() throws IOException {
    try (var log = LossLog.open(file, COLUMNS, 0)) {
      log.add(1, 1, 2);
      log.flush();

      assertThat(Files.readString(file)).endsWith("\n1,1.0,2.0\n");
    }
  }

  @Test
  void refusesToGoOnWithOtherColumns() {
    write(0, 3);

    assertThatThrownBy(() -> LossLog.open(file, ImmutableList.of("generator.l1"), 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            file
                + ": does not begin with the columns step,generator.l1; put back the file that the"
                + " run wrote");
  }

  @Test
  void refusesToGoOnWhereRowsAreMissingAndLeavesTheFile() {
    write(0, 3);

    assertThatThrownBy(() -> LossLog.open(file, COLUMNS, 5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": has no row of step 4;");
    assertThat(LossCurves.read(file).steps()).containsExactly(1, 2, 3);
  }

  @Test
  void refusesToGoOnWhereTheLastNeededRowIsTorn() throws IOException {
    write(0, 3);
    Files.writeString(file, Files.readString(file) + "4,0.25,0.3333");

    assertThatThrownBy(() -> LossLog.open(file, COLUMNS, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no row of step 4");
  }

  @Test
  void refusesToGoOnWithoutAFile() {
    assertThatThrownBy(() -> LossLog.open(file, COLUMNS, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": is missing;");
  }

  @Test
  void refusesStepsOutOfOrderAndRowsOfAnotherWidth() {
    try (var log = LossLog.open(file, COLUMNS, 0)) {
      assertThatThrownBy(() -> log.add(2, 1, 1)).hasMessage("step 2 after step 0");
      assertThatThrownBy(() -> log.add(1, 1)).hasMessage("1 losses in 2 columns");
    }
  }

  @Test
  void refusesAColumnThatWouldBreakTheFile() {
    assertThatThrownBy(() -> LossLog.open(file, ImmutableList.of("a,b"), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void write(long from, long to) {
    try (var log = LossLog.open(file, COLUMNS, from)) {
      for (long step = from + 1; step <= to; step++) {
        log.add(step, 1f / step, 1f / 3);
      }
    }
  }
}
