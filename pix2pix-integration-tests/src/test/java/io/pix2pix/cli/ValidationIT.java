package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.train.Trainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An epoch has four steps. */
class ValidationIT {
  private static final String MEASURED =
      "training.validation={every: 1, metrics: [l1, psnr], best: psnr}";

  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeEach
  void placeRuns() {
    pix2pix = new Pix2Pix(folder);
  }

  @Test
  void measuresAfterEveryEpochAndKeepsTheBestCheckpoint() throws IOException {
    var run = pix2pix.trained("run", "--set", MEASURED);

    var rows = Files.readAllLines(run.resolve("validation.csv"));
    assertThat(rows.get(0)).isEqualTo("step,l1,psnr");
    assertThat(rows.stream().skip(1).map(row -> row.split(",", -1)[0]))
        .containsExactly("4", "8", "12");
    var best =
        rows.stream()
            .skip(1)
            .map(row -> row.split(",", -1))
            .max(Comparator.comparingDouble(row -> Double.parseDouble(row[2])))
            .orElseThrow()[0];
    try (var kept = SafetensorsReader.open(run.resolve("checkpoints/best.safetensors"))) {
      assertThat(kept.metadata()).containsEntry("step", best);
    }
    assertThat(Files.readString(run.resolve("index.html"))).contains("<h2>Validation</h2>");

    var answer = pix2pix.run("evaluate", run.toString(), "--checkpoint", "best", "--split", "val");
    assertThat(answer.out()).contains("weights of step " + best);
  }

  @Test
  void aKilledRunResumesToTheMeasurementsOfOneThatWasNot() throws InterruptedException {
    var whole = pix2pix.trained("whole", "--set", MEASURED);
    var killed =
        new TrainingListener() {
          @Override
          public void stepped(long step, float[] losses) {
            if (step == 9) {
              throw new Killed();
            }
          }
        };
    assertThatThrownBy(() -> start("run", killed)).isInstanceOf(Killed.class);
    var run = pix2pix.runs().resolve("run");
    // Measured after steps 4 and 8, of which the checkpoint of step 5 knows only the first.
    assertThat(run.resolve("validation.csv")).content().hasLineCount(3);

    pix2pix.trained("run", "--set", MEASURED, "--resume");

    assertThat(run.resolve("validation.csv"))
        .hasSameBinaryContentAs(whole.resolve("validation.csv"));
    assertThat(run.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
    assertThat(run.resolve("checkpoints/best.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("checkpoints/best.safetensors"));
  }

  @Test
  void whatIsMissingOfTheMeasurementsIsTold() throws IOException {
    var run = pix2pix.trained("run", "--set", MEASURED);
    pix2pix.run("evaluate", run.toString());
    Files.delete(run.resolve("validation.csv"));
    var resumed =
        pix2pix.runWithLog(
            "train",
            pix2pix.experiment().toString(),
            "--runs",
            pix2pix.runs().toString(),
            "--name",
            "run",
            "--resume",
            "--set",
            MEASURED,
            "--set",
            "training.epochs=4");
    Files.delete(run.resolve("checkpoints/best.safetensors"));
    pix2pix.run("evaluate", run.toString());
    var reported = pix2pix.runWithLog("report", pix2pix.runs().toString());

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err())
        .contains(run.resolve("validation.csv") + ": is missing; what was measured up to step 12");
    assertThat(reported.err())
        .contains(run + ": the checkpoint best.safetensors is missing; the page does not say");
  }

  @Test
  void measuringChangesNothingOfTheTraining() {
    var measured = pix2pix.trained("measured", "--set", MEASURED);
    var plain = pix2pix.trained("plain");

    assertThat(measured.resolve("losses.csv")).hasSameBinaryContentAs(plain.resolve("losses.csv"));
    assertThat(plain.resolve("validation.csv")).doesNotExist();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("{every: 1}", "training.validation.metrics: names nothing to measure"),
        arguments("{best: l1}", "training.validation.best: nothing is measured"),
        arguments(
            "{every: 1, metrics: [l1], best: psnr}",
            "training.validation.best: \"psnr\" is not among what is measured: l1"),
        arguments("{every: 1, metrics: [l1, l1]}", "two of them give l1"),
        arguments("{every: 1, metrics: [label-accuracy]}", "take fcn-score"),
        arguments("{every: 1, metrics: [{name: kid, model: nowhere}]}", "no saved_model.pb"),
        arguments(
            "{every: 1, metrics: [fcn-score], best: l1}",
            "training.validation.best: \"l1\" is not among"),
        arguments("{every: 1, metrics: [l3]}", "unknown metric \"l3\""));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatCannotBeMeasuredBeforeThereIsARun(String validation, String words) {
    pix2pix.train("bad", "--set", "training.validation=" + validation).refuses(1, words);

    assertThat(pix2pix.runs()).doesNotExist();
  }

  private void start(String name, TrainingListener listener) throws InterruptedException {
    var injector = Main.injector(getClass().getClassLoader());
    var experiment =
        injector.getInstance(ExperimentReader.class).read(pix2pix.experiment(), List.of(MEASURED));
    var order = new TrainingRequest(experiment, DataSource.none(), pix2pix.runs(), name, false);
    injector.getInstance(Trainer.class).train(order, listener);
  }

  private static final class Killed extends RuntimeException {}
}
