package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.execution.CellTask;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/add-an-executor.md, whose files lie outside of this project. */
class AddAnExecutorIT {
  private static final Path GUIDE = Guides.root().resolve("docs/add-an-executor.md");
  private static final String STUDY =
      """
      name: tiny
      title: A tiny study
      experiment:
        data: {name: synthetic-facades, size: 16, train: 4, val: 1, test: 2}
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 2, checkpoints: {every: 5}, samples: {every: 100}}
      axes: {objective: {L1: {losses: [l1]}, L1 + cGAN: {}}}
      seeds: [1]
      metrics: [l1]
      """;

  @TempDir private static Path folder;

  private static PluginClassPath plugins;

  @BeforeAll
  static void buildTheJar() throws Exception {
    var jar = GuideProject.write(GUIDE, folder.resolve("wrapped")).jar();
    plugins = new PluginClassPath(jar);
  }

  @AfterAll
  static void putTheClassPathBack() throws Exception {
    plugins.close();
  }

  @Test
  void itsExecutorRunsAStudyFromEndToEnd() throws Exception {
    var study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    var runs = folder.resolve("runs");

    var answer =
        Terminal.run(
            "study",
            study.toString(),
            "--runs",
            runs.toString(),
            "--executor",
            "{name: wrapped, command: nice -n 1, threads: 1}");

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    var done = new StudyFolder(runs.resolve("tiny"));
    assertThat(StudyState.read(done).orElseThrow().cells())
        .hasSize(2)
        .allMatch(cell -> cell.state() == CellState.State.DONE);
    // 4 pairs in 2 epochs, one pair in a step: 8 steps.
    assertThat(done.path().resolve("logs/l1-seed-1.log"))
        .content()
        .contains(
            CellEvent.started("l1-seed-1").json(),
            "{\"event\":\"step\",\"cell\":\"l1-seed-1\",\"step\":8,\"of\":8}",
            CellEvent.done("l1-seed-1").json());
    assertThat(CellTask.read(done.path().resolve("tasks/l1-seed-1.json")))
        .extracting(CellTask::study, CellTask::cell, CellTask::data)
        .containsExactly(done.path().toAbsolutePath(), "l1-seed-1", Optional.empty());
  }
}
