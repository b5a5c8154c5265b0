package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyIT extends CopiedStudy {
  @Test
  void everyCellIsARunThatWasMeasuredAndTranslatesTheSamePictures() throws IOException {
    copyWhatWasDone();

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
    copyWhatWasDone();
    var metrics = metrics();

    var again = study(STUDY);

    assertThat(again.out()).contains("0 of 4 cells to go", "4 of 4 cells are done");
    assertThat(metrics()).isEqualTo(metrics);
  }

  @Test
  void aMetricThatIsAddedIsMeasuredWithoutTrainingAgain() throws IOException {
    copyWhatWasDone();
    var checkpoint = checkpoint();

    var answer = study(STUDY.replace("[l1, psnr]", "[l1, psnr, ssim]"));

    assertThat(answer.out()).contains("4 of 4 cells to go").containsPattern("Done: .*: l1 0\\.");
    assertThat(home().resolve("cells/l1-seed-1/metrics.csv")).content().contains("ssim");
    assertThat(checkpoint()).isEqualTo(checkpoint);
    assertThat(study(STUDY).out()).contains("0 of 4 cells to go");
  }

  @Test
  void aCellThatFailsIsNotedAndTheOthersGoOn() {
    var broken = "    broken: {training: {optimizer: {learningRate: 1e30}}}\n";
    var text = STUDY.replace("    L1 + cGAN: {}\n", broken + "    L1 + cGAN: {}\n");
    var answer = study(text, "--scale", "small");

    assertThat(answer.code()).isOne();
    assertThat(state().cells())
        .filteredOn(cell -> cell.state() == CellState.State.FAILED)
        .hasSize(1)
        .allMatch(cell -> cell.reason().orElseThrow().contains("checkpoints are untouched"));
    assertThat(state().cells()).filteredOn(cell -> cell.state() == CellState.State.DONE).hasSize(2);
  }

  @Test
  void jobsAtOnceGiveTheLossesOfOneAfterTheOtherWithEqualThreads() {
    // Not in this process: TensorFlow has made its threads for the tests before.
    var one = STUDY.replace("    L1: {losses: [l1]}\n", "");
    study(one, "--scale", "small", "--executor", "{name: processes, jobs: 1, threads: 1}");
    var elsewhere = new Pix2Pix(folder.resolve("elsewhere"));

    var answer = study(elsewhere, STUDY, "--scale", "small", "--jobs", "2", "--threads", "1");

    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    var losses = "tiny/cells/l1-cgan-seed-1/losses.csv";
    assertThat(elsewhere.runs().resolve(losses))
        .hasSameTextualContentAs(pix2pix.runs().resolve(losses));
    assertThat(elsewhere.runs().resolve("tiny/cells/l1-cgan-seed-1/run.json"))
        .content()
        .contains("\"arithmetic\"", Arithmetic.current().convolutions());
    assertReadsBack(elsewhere, true);
  }

  @Test
  void theFolderKeepsAStudyThatReadsBackAsTheSameCells() throws IOException {
    copyWhatWasDone();

    assertReadsBack(pix2pix, false);
  }

  private static void assertReadsBack(Pix2Pix done, boolean small) {
    var reader = Main.injector(StudyIT.class.getClassLoader()).getInstance(StudyReader.class);
    var kept = reader.read(new StudyFolder(done.runs().resolve("tiny")).plan(), false, List.of());

    assertThat(kept).isEqualTo(reader.read(file(done, STUDY), small, List.of()));
  }

  @Test
  void aCellWithAnotherExperimentIsRefusedUnlessItIsToBeDoneAnew() throws IOException {
    copyWhatWasDone();
    var changed = STUDY.replace("losses: [l1]", "losses: [l2]");
    var checkpoint = checkpoint();

    study(changed)
        .refuses(
            1,
            "l1-seed-1: has another experiment: losses.0.name was l1, not l2",
            "--again does such cells");
    assertThat(study(changed, "--again").out()).contains("2 of 4 cells to go");

    assertThat(home().resolve("cells/l1-seed-1/losses.csv")).content().contains("generator.l2");
    assertThat(checkpoint()).isEqualTo(checkpoint);
  }

  @Test
  void aStudyInWhichAnotherProcessIsAtWorkIsRefused() throws IOException {
    copyWhatWasDone();

    for (var busy : List.of(home(), home().resolve("cells/l1-seed-1"))) {
      FolderLock.during(
          busy,
          () -> {
            study(STUDY).refuses(1, busy + ": another pix2pix is at work in it");
            return "refused";
          });
    }
  }

  @Test
  void aDryRunSaysWhatEachCellChangesAndWritesNothing() {
    var answer = study(STUDY, "--dry-run");

    // 4 pairs in 2 epochs, one pair in a step: 8 steps.
    assertThat(answer.out())
        .contains("losses: [{name: l1, weight: 100}]", "as the base", ", 8 steps: ")
        .contains("each for seeds 1, 2", "4 runs, 1 at once", "Measured: l1, psnr");
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
    refused("[l1, psnr]", "[l1, l1]", "metrics: names a metric twice");
    refused("L1 + cGAN: {}", "again: {losses: [l1]}", "\"L1\" and \"again\" are the same");
    refused("metrics:", "base: none.yaml\nmetrics:", "tiny-study.yaml: base: there is no file");
    refused("metrics:", "scale: tiny\nmetrics:", "scale: must be full or small, not \"tiny\"");
    refused("pictures: 2", "pictures: 9999999999", "pictures: must be a whole number from 0 to");
    refused("name: tiny", "name: Tiny", "name: must be lower-case letters, digits and dashes");
    refused("levels: 2", "levels: 5", "cell L1: training images, after augmentation: 16x16");
    refused("L1 + cGAN: {}", "L1 + cGAN: {seed: 3}", "axes.objective.L1 + cGAN.seed: is given by");
    refused(
        "seeds: [1, 2]",
        "paper: {data: Cityscapes, table: one, cells: {L2: {l1: 1}}}\nseeds: [1]",
        "paper.cells.L2: unknown key");
  }

  @Test
  void whatCannotBeMeasuredIsToldBeforeAnythingIsTrained() {
    refused("[l1, psnr]", "[label-accuracy]", "cell L1: label-accuracy", "take fcn-score");
    refused("[l1, psnr]", "[{name: kid, model: no}]", "cell L1: no: holds no saved_model.pb");
    refused(
        "[l1, psnr]",
        "[lab-histogram, {name: lab-histogram, binWidth: 5}]",
        "two of them give lab-histogram; name each once");
    refused(
        "epochs: 2",
        "epochs: 2, validation: {every: 1, metrics: [label-accuracy]}",
        "cell L1: label-accuracy");
  }

  @Test
  void metricsOfLabelsAreRefusedOnASetWithoutAPalette() throws IOException {
    var gray = Image.of(new ImageShape(16, 32, 3), new float[16 * 32 * 3]);
    for (var split : List.of("train", "test")) {
      Files.createDirectories(folder.resolve("data").resolve(split));
      ImageFiles.write(folder.resolve("data").resolve(split).resolve("1.png"), gray);
    }
    var text =
        STUDY
            .replaceFirst("data: \\{.*}", "data: paired")
            .replace("[l1, psnr]", "[{name: fcn-score, size: 16}]");

    for (var more : List.of("--again", "--dry-run")) {
      study(text, more, "--data", folder.resolve("data").toString())
          .refuses(1, "fcn-score: wants label maps, and the data folder has no palette.csv");
    }
    assertThat(home()).doesNotExist();
  }

  @Test
  void whatBelongsToTheStudyIsNotSetBeside() {
    study(STUDY, "--set", "seed=3").refuses(1, "--set seed=3: is given by the study");
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
}
