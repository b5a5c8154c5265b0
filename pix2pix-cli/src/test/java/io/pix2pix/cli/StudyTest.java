package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.study.CellState;
import io.pix2pix.bench.study.StudyFolder;
import io.pix2pix.bench.study.StudyReader;
import io.pix2pix.bench.study.StudyState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
  private static final String STUDY =
      """
      name: tiny
      title: A tiny study
      experiment:
        data: {name: painted-facades, size: 16, train: 4, val: 1, test: 3}
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 2, checkpointEvery: 5, sampleEvery: 100}
      axes:
        objective:
          L1: {losses: [l1]}
          L1 + cGAN: {}
      seeds: [1, 2]
      metrics: [l1, psnr]
      pictures: 2
      small:
        experiment: {generator: {filters: 2}}
        seeds: [1]
      """;

  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeEach
  void place() {
    pix2pix = new Pix2Pix(folder);
  }

  @Test
  void everyCellIsARunThatWasMeasuredAndTranslatesTheSamePictures() {
    assertThat(study(STUDY).code()).isZero();

    assertThat(state().cells()).hasSize(4).allMatch(cell -> cell.state() == CellState.State.DONE);
    for (var cell : state().cells()) {
      var run = home().resolve(cell.run());
      assertThat(run.resolve("metrics.csv")).content().contains("l1", "psnr");
      assertThat(run.resolve("translated/" + state().pictures().get(1))).exists();
    }
    assertThat(home().resolve("pictures/target/" + state().pictures().get(0))).exists();
    assertThat(state().cells().get(0).changes())
        .extracting(change -> change.key())
        .containsExactly("losses");
  }

  @Test
  void runAgainItDoesNothingThatIsDone() throws IOException {
    study(STUDY);
    var checkpoint = home().resolve("cells/l1-seed-1/checkpoints/step-00000008.safetensors");
    var written = Files.getLastModifiedTime(checkpoint);

    var again = study(STUDY);

    assertThat(again.out()).contains("0 of 4 cells to go", "4 of 4 cells are done");
    assertThat(Files.getLastModifiedTime(checkpoint)).isEqualTo(written);
  }

  @Test
  void aCellThatFailsIsNotedAndTheOthersGoOn() {
    var broken = "    broken: {training: {optimizer: {learningRate: 1e30}}}\n";
    var answer = study(STUDY.replace("    L1 + cGAN: {}\n", broken + "    L1 + cGAN: {}\n"));

    assertThat(answer.code()).isOne();
    assertThat(state().cells())
        .filteredOn(cell -> cell.state() == CellState.State.FAILED)
        .hasSize(2)
        .allMatch(cell -> cell.reason().orElseThrow().contains("checkpoints are untouched"));
    assertThat(state().cells()).filteredOn(cell -> cell.state() == CellState.State.DONE).hasSize(4);
  }

  @Test
  void jobsAtOnceGiveTheLossesOfOneAfterTheOtherWithEqualThreads() {
    // Not in this process: TensorFlow has made its threads for the tests before.
    study(STUDY, "--executor", "{name: processes, jobs: 1, threads: 1}");
    var here = losses();
    var elsewhere = new Pix2Pix(folder.resolve("elsewhere"));
    var file = write("tiny-study.yaml", STUDY).toString();

    var runs = elsewhere.runs().toString();
    var answer = elsewhere.run("study", file, "--runs", runs, "--jobs", "2", "--threads", "1");

    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(elsewhere.runs().resolve("tiny/cells/l1-cgan-seed-2/losses.csv"))
        .hasSameTextualContentAs(here);
  }

  @Test
  void aCellWithAnotherExperimentIsRefusedUnlessItIsToBeDoneAnew() {
    study(STUDY);
    var changed = STUDY.replace("epochs: 2", "epochs: 1");

    study(changed)
        .refuses(1, "l1-seed-1", "training.epochs was 2, not 1", "--again does such cells anew");
    assertThat(study(changed, "--again").code()).isZero();

    assertThat(losses()).content().hasLineCount(1 + 4);
  }

  @Test
  void theFolderKeepsAStudyThatReadsBackAsTheSameCells() {
    study(STUDY, "--scale", "small");
    var reader = Main.injector(getClass().getClassLoader()).getInstance(StudyReader.class);

    var kept = reader.read(new StudyFolder(home()).plan(), false, List.of());

    var said = reader.read(write("tiny-study.yaml", STUDY), true, List.of());
    assertThat(kept).isEqualTo(said);
    assertThat(kept.cells()).hasSize(2);
  }

  @Test
  void aDryRunSaysWhatEachCellChangesAndWritesNothing() {
    var answer = study(STUDY, "--dry-run");

    // 4 pairs in 2 epochs, one pair in a step: 8 steps.
    assertThat(answer.out())
        .contains("l1-seed-2", "losses: [{name: l1, weight: 100}]", "as the base", ", 8 steps: ");
    assertThat(home()).doesNotExist();
  }

  @Test
  void whatIsWrongWithAStudyIsToldInALine() {
    refused("axes:", "axis:", "axis: unknown key", "did you mean \"axes\"?");
    refused("L1 + cGAN", "l1", "\"L1\" and \"l1\" would share the folder l1");
    refused("losses: [l1]", "losses: [l3]", "axes.objective.L1: losses.0: unknown loss \"l3\"");
    refused("metrics: [l1, psnr]", "metrics: [psnrr]", "metrics.0", "did you mean \"psnr\"?");
    refused("seeds: [1, 2]", "seeds: []", "seeds: must be a list of whole numbers", "not empty");
    refused("seeds: [1, 2]", "seeds: [2, 2]", "seeds: names a seed twice");
    refused("levels: 2", "levels: 5", "cell L1: training images: 16x16 pixels");
    refused("L1 + cGAN: {}", "L1 + cGAN: {seed: 3}", "axes.objective.L1 + cGAN.seed: is given by");
    refused(
        "seeds: [1, 2]",
        "paper: {data: Cityscapes, table: one, cells: {L2: {l1: 1}}}\nseeds: [1]",
        "paper.cells.L2: unknown key");
  }

  @Test
  void anAxisWithoutValuesIsRefused() {
    var empty =
        STUDY
            .replace("    L1: {losses: [l1]}\n    L1 + cGAN: {}\n", "")
            .replace("objective:", "objective: {}");

    study(empty).refuses(1, "axes.objective: has no values");
  }

  private void refused(String right, String wrong, String... words) {
    study(STUDY.replace(right, wrong)).refuses(1, words);
    assertThat(home()).doesNotExist();
  }

  private Pix2Pix.Answer study(String text, String... more) {
    var arguments = new ArrayList<>(List.of("study", write("tiny-study.yaml", text).toString()));
    arguments.addAll(List.of("--runs", pix2pix.runs().toString()));
    arguments.addAll(List.of(more));
    return pix2pix.run(arguments.toArray(String[]::new));
  }

  private Path losses() {
    return home().resolve("cells/l1-cgan-seed-2/losses.csv");
  }

  private StudyState state() {
    return StudyState.read(new StudyFolder(home())).orElseThrow();
  }

  private Path home() {
    return pix2pix.runs().resolve("tiny");
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
