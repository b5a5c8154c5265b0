package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
  @TempDir Path folder;

  @Test
  void makesAFolderWithPlacesForCheckpointsAndSamples() {
    var run = RunFolder.create(folder.resolve("runs"), "facades", made -> {});

    assertThat(run.path()).isEqualTo(folder.resolve("runs").resolve("facades"));
    assertThat(run.checkpoints()).isEmptyDirectory();
    assertThat(run.samples()).isEmptyDirectory();
    assertThat(run.name()).isEqualTo("facades");
    assertThat(run.sample(500)).hasFileName("step-000500.png");
  }

  @Test
  void leavesNothingWhereTheFirstFilesCannotBeWritten() {
    assertThatThrownBy(
            () ->
                RunFolder.create(
                    folder,
                    "facades",
                    made -> {
                      throw new InvalidInputException("the disk is full");
                    }))
        .hasMessage("the disk is full");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void removesWhatAKilledProcessLeftOfTheFolderButNotWhatAnotherIsMaking() throws IOException {
    var old = Files.createDirectories(folder.resolve(".facades.1-1.part/checkpoints")).getParent();
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Files.createDirectories(folder.resolve(".facades.2-1.part"));
    Files.createDirectories(folder.resolve(".other.1-1.part"));

    RunFolder.create(folder, "facades", made -> {});

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("facades", ".facades.2-1.part", ".other.1-1.part");
  }

  @Test
  void refusesAFileAsTheFolderOfRuns() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> RunFolder.vacant(file.resolve("runs"), "facades"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("%s: is not a folder; give --runs a folder", file);
  }

  @Test
  void refusesAFolderThatExistsAndSaysWhatToDo() {
    RunFolder.create(folder, "facades", made -> {});

    assertThatThrownBy(() -> RunFolder.create(folder, "facades", made -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "%s: exists already; continue it with --resume, or give --name another name",
            folder.resolve("facades"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a/b", "../a", "a\\b", "a\nb"})
  void refusesANameThatIsNoFolder(String name) {
    assertThatThrownBy(() -> RunFolder.create(folder, name, made -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("--name: ");
  }

  @Test
  void opensWhatIsARun() throws IOException {
    var made = RunFolder.create(folder, "facades", first -> {});
    Files.writeString(made.experiment(), "name: facades\n");
    Files.writeString(made.provenance(), "{}");

    assertThat(RunFolder.open(made.path())).isEqualTo(made);
  }

  @Test
  void namesWhatARunLacks() throws IOException {
    var run = RunFolder.create(folder, "facades", made -> {});
    Files.delete(run.checkpoints());

    assertThatThrownBy(() -> RunFolder.open(run.path()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            run.path() + ": is not a run, it has no experiment.yaml, no run.json, no checkpoints;");
  }

  @Test
  void refusesToOpenAFolderThatIsNotThere() {
    assertThatThrownBy(() -> RunFolder.open(folder.resolve("facades")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(folder.resolve("facades") + ": is not a folder;");
  }
}
