package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.library.Pix2PixLibrary;
import io.pix2pix.spark.ObjectStore;
import io.pix2pix.spark.SparkFolder;
import io.pix2pix.spark.SparkStudies;
import io.pix2pix.spark.StandaloneCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs studies on a master and workers that are processes of their own. */
class SparkStudyIT {
  private static final String STUDY =
      """
      name: tiny
      title: A tiny study
      experiment:
        data: paired
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 5, checkpoints: {every: 5}, samples: {every: 100}}
      axes: {objective: {L1: {losses: [l1]}, L1 + cGAN: {}}}
      seeds: [1]
      metrics: [l1]
      pictures: 1
      """;

  /** What a report says of the time. */
  private static final Pattern TIMES =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d [0-9:]+ UTC|(\\d+ h )?(\\d+ min )?(\\d+ (s|min))");

  @TempDir private Path folder;

  /**
   * The machine of the first worker that has stored a checkpoint is lost at once: the worker and
   * its executor. What it did is resumed by the other one.
   */
  @Test
  void aStudyThatLosesAWorkerReportsWhatOneMachineReports() throws IOException {
    var spark = SparkFolder.find();
    data();
    var file = Files.writeString(folder.resolve("study.yaml"), STUDY).toString();
    var one = study(file, "one", "{name: processes, jobs: 1, threads: 1}");
    assertThat(one.code()).as(one.err()).isZero();

    try (var cluster = StandaloneCluster.start(spark, folder.resolve("workers"), 2)) {
      var answer = study(file, "two", executor(spark, cluster.master()));

      assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
      assertThat(answer.out()).contains("2 of 2 cells are done");
      assertThat(cluster.workers()).as("the other one is lost").isOne();
    }

    var cells = folder.resolve("two/tiny/cells");
    assertThat(cells.resolve("l1-seed-1/events").toFile().list())
        .as("begun by one process, and resumed by another")
        .hasSize(2);
    for (var name : List.of("losses.csv", "metrics.csv", "translated/1.png")) {
      for (var cell : List.of("l1-seed-1", "l1-cgan-seed-1")) {
        assertThat(cells.resolve(cell).resolve(name))
            .hasSameBinaryContentAs(folder.resolve("one/tiny/cells").resolve(cell).resolve(name));
      }
    }
    assertThat(report("two")).containsExactlyElementsOf(report("one"));
    assertThat(folder.resolve("objects"))
        .as("nothing but what is sent once stays behind")
        .isDirectoryNotContaining("glob:**cells%2F*");
  }

  @Test
  void aStudyThatIsStoppedComesHomeWithItsCheckpointAndGoesOn() throws Exception {
    var spark = SparkFolder.find();
    data();
    var longer = STUDY.replace("epochs: 5, checkpoints: {every: 5}", "epochs: 1200");
    var file = folder.resolve("study.yaml");
    Files.writeString(file, longer.replace(", L1 + cGAN: {}", ""));
    var executor =
        new SparkStudies(
            "local[1]",
            1,
            1,
            "",
            true,
            spark.home().toString(),
            "",
            400,
            ImmutableList.of("spark.driver.host=127.0.0.1"));
    var library = Pix2PixLibrary.load();
    var data = Optional.of(folder.resolve("data"));
    var runs = folder.resolve("runs");

    var stopped = library.study(file, data, runs, executor, new StopsAtTheFirstStep());

    assertThat(stopped.cells()).noneMatch(cell -> cell.state() == CellState.State.DONE);
    assertThat(runs.resolve("tiny/cells/l1-seed-1/checkpoints")).isNotEmptyDirectory();
    assertThat(runs.resolve("tiny/cells/l1-seed-1/run.json"))
        .content()
        .contains(folder.resolve("data").toString());

    var done = library.study(file, data, runs, executor, CellListener.NONE);

    assertThat(done.cells()).allMatch(cell -> cell.state() == CellState.State.DONE);
    assertThat(runs.resolve("tiny/cells/l1-seed-1/events").toFile().list()).hasSize(2);
  }

  /** Wants to stop as soon as a cell has taken steps. */
  private static final class StopsAtTheFirstStep implements CellListener {
    private volatile boolean begun;

    @Override
    public void onStart(Cell cell) {}

    @Override
    public void onStep(Cell cell, long step, long of) {
      begun = step > 0;
    }

    @Override
    public void onEnd(Cell cell, Outcome outcome, Optional<String> reason) {}

    @Override
    public boolean wantsStop() {
      return begun;
    }
  }

  private void data() throws IOException {
    for (var name : List.of("train/1", "train/2", "train/3", "train/4", "test/1")) {
      var values = new float[16 * 32 * 3];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) Math.sin(i * name.hashCode());
      }
      var file = folder.resolve("data").resolve(name + ".png");
      Files.createDirectories(file.resolveSibling(""));
      ImageFiles.write(file, Image.of(new ImageShape(16, 32, 3), values));
    }
  }

  private Pix2Pix.Answer study(String file, String runs, String executor) {
    return new Pix2Pix(folder)
        .run(
            "study",
            file,
            "--data",
            folder.resolve("data").toString(),
            "--runs",
            folder.resolve(runs).toString(),
            "--executor",
            executor);
  }

  private String executor(SparkFolder spark, String master) throws IOException {
    var jar = SparkFolder.jar(ObjectStore.class, folder.resolve("jars"));
    var conf =
        List.of(
            "spark.hadoop.fs.objects.impl=" + ObjectStore.class.getName(),
            "spark.hadoop." + ObjectStore.ROOT + "=" + folder.resolve("objects"),
            "spark.hadoop." + ObjectStore.LOST_AFTER + "=/l1-seed-1/0001-000001.list",
            "spark.driver.extraClassPath=" + jar,
            "spark.executor.extraClassPath=" + jar,
            "spark.driver.host=127.0.0.1");
    return "{name: spark, master: '%s', home: '%s', folder: 'objects://store/work', timeout: 400, conf: ['%s']}"
        .formatted(master, spark.home(), String.join("', '", conf));
  }

  private List<String> report(String runs) throws IOException {
    var study = folder.resolve(runs).resolve("tiny");
    var answer = new Pix2Pix(folder).run("report", study.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    var page = Files.readString(study.resolve("report/index.html"));
    return TIMES.matcher(page.replace("/" + runs + "/", "/")).replaceAll("TIME").lines().toList();
  }
}
