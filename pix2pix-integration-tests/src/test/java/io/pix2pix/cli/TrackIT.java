package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server of MLflow is told of runs and studies, by its documented API. */
class TrackIT {
  private static final List<Long> ALL_STEPS = LongStream.rangeClosed(1, 12).boxed().toList();

  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeEach
  void place() {
    pix2pix = new Pix2Pix(folder);
  }

  @Test
  void aTrainingTellsItsParametersLossesAndPictures() throws IOException {
    try (var mlflow = new RecordedMlflow()) {
      var told = pix2pix.trained("told", "--track", "mlflow:" + mlflow.address() + "/");

      var run = mlflow.run("told");
      assertThat(mlflow.experiments()).containsOnlyKeys("pix2pix");
      assertThat(run.parameters)
          .containsEntry("generator.levels", "2")
          .containsEntry("losses.l1.weight", "100")
          .containsEntry("training.batchSize", "1");
      assertThat(run.tags)
          .containsEntry("mlflow.runName", "told")
          .containsKeys("pix2pix.data", "pix2pix.version")
          .doesNotContainKey("mlflow.parentRunId");
      assertThat(run.steps.get("generator.l1")).isEqualTo(ALL_STEPS);
      assertThat(run.last.get("learningRate")).isEqualTo(0.0002, offset(1e-9));
      assertThat(mlflow.files(run))
          .containsExactly("experiment.yaml", "run.json", "samples/step-000012.png");
      assertThat(run.status).isEqualTo("FINISHED");
      assertThat(told.resolve("tracking.json")).content().contains(mlflow.address(), run.id);
    }
  }

  @Test
  void whatADeadServerMissedIsSentLaterAndOnlyOnce() throws IOException {
    int port = freePort();
    var address = "mlflow:http://127.0.0.1:" + port;

    var answer = pix2pix.runWithLog(train("alone", "--track", address));

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err())
        .containsOnlyOnce("cannot be reached now")
        .contains("`pix2pix track " + pix2pix.runs().resolve("alone") + "`");
    try (var mlflow = new RecordedMlflow(port)) {
      assertThat(track("alone", address).code()).isZero();
      assertThat(mlflow.run("alone").steps.get("generator.l1")).isEqualTo(ALL_STEPS);
      assertThat(mlflow.run("alone").status).isEqualTo("FINISHED");
      var before = mlflow.requests();

      assertThat(track("alone", address).out()).contains("Sent ");
      assertThat(mlflow.requests()).isEqualTo(before);
      assertThat(mlflow.runs()).isEqualTo(1);
    }
  }

  @Test
  void goesOnWhereAServerFailed() throws IOException {
    try (var mlflow = new RecordedMlflow()) {
      pix2pix.trained("halfway");
      mlflow.failAfter(5, 503);
      track("halfway", "mlflow:" + mlflow.address()).refuses(1, "cannot be reached now", "503");

      mlflow.failAfter(Integer.MAX_VALUE, 200);
      assertThat(track("halfway", "mlflow:" + mlflow.address()).code()).isZero();

      assertThat(mlflow.runs()).isEqualTo(1);
      assertThat(mlflow.run("halfway").steps.get("generator.l1")).isEqualTo(ALL_STEPS);
    }
  }

  @Test
  void aResumedRunAndAnEvaluationAddToWhatIsThere() throws IOException {
    try (var mlflow = new RecordedMlflow()) {
      var track = new String[] {"--track", "mlflow:" + mlflow.address()};
      var run = pix2pix.trained("more", "--set", "training.epochs=2", track[0], track[1]);
      assertThat(
              pix2pix
                  .train("more", "--resume", "--set", "training.epochs=3", track[0], track[1])
                  .code())
          .isZero();
      assertThat(pix2pix.run("evaluate", run.toString(), "--metric", "l1").code()).isZero();
      assertThat(track("more", track[1]).code()).isZero();

      assertThat(mlflow.runs()).isEqualTo(1);
      assertThat(mlflow.run("more").steps.get("generator.l1")).isEqualTo(ALL_STEPS);
      assertThat(mlflow.run("more").steps.get("test.l1")).containsExactly(12L);
    }
  }

  @Test
  void aStudyIsARunWithItsCellsBelowIt() throws IOException {
    try (var mlflow = new RecordedMlflow()) {
      var track = "{name: mlflow, experiment: fronts, address: '" + mlflow.address() + "'}";

      var answer =
          CopiedStudy.study(pix2pix, CopiedStudy.STUDY, "--scale", "small", "--track", track);

      assertThat(answer.code()).as(answer.err()).isZero();
      var study = mlflow.run("tiny");
      assertThat(mlflow.experiments()).containsOnlyKeys("fronts");
      assertThat(study.status).isEqualTo("FINISHED");
      assertThat(mlflow.runs()).isEqualTo(3);
      var cell = mlflow.run("l1-cgan-seed-1");
      assertThat(cell.tags).containsEntry("mlflow.parentRunId", study.id);
      assertThat(cell.steps.get("generator.l1")).hasSize(8);
      assertThat(cell.steps).containsKeys("test.l1", "test.psnr");
      assertThat(cell.status).isEqualTo("FINISHED");

      var home = pix2pix.runs().resolve("tiny");
      assertThat(pix2pix.run("report", home.toString()).code()).isZero();
      assertThat(pix2pix.run("track", home.toString(), "--track", track).code()).isZero();
      assertThat(mlflow.files(study)).contains("study.yaml", "report/index.html");
    }
  }

  @Test
  void saysWhatIsWrongBeforeWorkBegins() {
    refuses("mlflow:localhost:5000", "\"localhost:5000\" is no address of a server");
    refuses("mlflow:http://[", "is no address of a server");
    refuses("wandb:http://localhost", "unknown tracker \"wandb\"", "mlflow");
    refuses("mlflow", "mlflow has no address");
    refuses("mlflow:http://me:secret@localhost", "an address holds no credentials");
    assertThat(pix2pix.runs().resolve("refused")).doesNotExist();
  }

  @Test
  void saysWhatAServerLacksOfMlflow() throws IOException {
    var run = pix2pix.trained("plain");
    try (var files = new StaticFiles(folder);
        var mlflow = new RecordedMlflow()) {
      var elsewhere = files.address("");
      track("plain", "mlflow:" + elsewhere).refuses(1, "is no server of MLflow");
      mlflow.failAfter(0, 401);
      track("plain", "mlflow:" + mlflow.address())
          .refuses(1, "wants other credentials (401)", "MLFLOW_TRACKING_USERNAME");
      mlflow.failAfter(0, 302);
      track("plain", "mlflow:" + mlflow.address()).refuses(1, "sends elsewhere (302)");
    }
    pix2pix.run("track", run.toString()).refuses(1, "--track: nothing says where");
    pix2pix
        .run("track", folder.resolve("nothing").toString(), "--track", "mlflow:http://localhost")
        .refuses(1, "nothing", "is not a folder");
    Files.writeString(run.resolve("tracking.json"), "{");
    track("plain", "mlflow:http://localhost").refuses(1, "tracking.json", "is damaged");
  }

  private void refuses(String tracker, String... words) {
    var answer = pix2pix.train("refused", "--track", tracker);
    answer.refuses(1, words);
    assertThat(answer.err()).startsWith("pix2pix: --track: ").doesNotContain("secret");
  }

  private Pix2Pix.Answer track(String run, String tracker) {
    return pix2pix.run("track", pix2pix.runs().resolve(run).toString(), "--track", tracker);
  }

  private String[] train(String name, String... more) {
    var all = new ArrayList<String>();
    all.addAll(List.of("train", pix2pix.experiment().toString()));
    all.addAll(List.of("--runs", pix2pix.runs().toString(), "--name", name));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static int freePort() throws IOException {
    try (var mlflow = new RecordedMlflow()) {
      return mlflow.port();
    }
  }
}
