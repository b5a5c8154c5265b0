package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
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
  void whatHasOtherColumnsIsKeptUnderAnotherName() throws IOException {
    write(0, 3);
    var before = Files.readString(file);

    LossLog.open(file, ImmutableList.of("generator.l1"), 2).close();

    assertThat(file).hasContent("step,generator.l1\n");
    assertThat(folder.resolve("losses.csv.damaged-1")).hasContent(before);
  }

  @Test
  void goesOnWhereRowsAreMissing() {
    write(0, 3);

    write(5, 6);

    assertThat(LossCurves.read(file).steps()).containsExactly(1, 2, 3, 6);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("losses.csv", ".checksums");
  }

  @Test
  void goesOnWithoutATornRow() throws IOException {
    write(0, 3);
    var torn = Files.readString(file) + "4,0.25,0.3333";
    Files.writeString(file, torn);

    write(4, 5);

    assertThat(LossCurves.read(file).steps()).containsExactly(1, 2, 3, 5);
    assertThat(folder.resolve("losses.csv.damaged-1")).hasContent(torn);
  }

  @Test
  void goesOnWithoutAFile() {
    write(2, 4);

    assertThat(LossCurves.read(file).steps()).containsExactly(3, 4);
  }

  @Test
  void goesOnWhereAFolderHasItsName() throws IOException {
    Files.createDirectory(file);

    write(1, 2);

    assertThat(LossCurves.read(file).steps()).containsExactly(2);
    assertThat(folder.resolve("losses.csv.damaged-1")).isDirectory();
  }

  /** Every row but that of the damaged byte is there; a digit may be another. */
  @Test
  void aDamagedByteCostsAtMostTheRowsThatItTouches() throws IOException {
    write(0, 6);
    var whole = Files.readAllBytes(file);
    for (int position = 0; position < whole.length; position++) {
      var damaged = whole.clone();
      damaged[position] ^= 0x10;
      Files.write(file, damaged);

      write(6, 7);

      assertThat(LossCurves.read(file).steps()).as("byte %s", position).contains(7);
      assertThat(LossCurves.read(file).steps().length).as("byte %s", position).isBetween(5, 7);
      assertThat(file).content().startsWith("step,generator.l1,discriminator.real\n");
    }
  }

  @Test
  void rowsThatMixedUpFilesHoldGoWhereTheyBelong() throws IOException {
    write(0, 4);
    var lines = Files.readAllLines(file);
    Files.writeString(
        file,
        String.join("\n", lines.get(0), lines.get(3), "x", lines.get(1), lines.get(4)) + "\n");

    write(4, 5);

    assertThat(LossCurves.read(file).steps()).containsExactly(1, 3, 4, 5);
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
