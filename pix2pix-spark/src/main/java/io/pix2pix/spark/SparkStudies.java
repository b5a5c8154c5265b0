package io.pix2pix.spark;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.execution.CellTask;
import io.pix2pix.bench.study.execution.ExecutionContext;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.spark.driver.StudyDriver;
import io.pix2pix.spark.job.StudyJob;
import io.pix2pix.spark.job.StudyJob.CellJob;
import java.nio.file.Path;

/**
 * Runs cells on the machines of a Spark cluster, each as a task that starts a process of its own. A
 * cell whose machine is lost is resumed on another one from its last checkpoint.
 *
 * @param master of the cluster
 * @param jobs cells at once
 * @param threads of each run
 * @param folder that all machines see
 * @param sharedData whether workers have the data under the same path
 * @param home the folder of Spark on this machine
 * @param program the folder of pix2pix on the workers
 * @param timeout seconds for the first worker
 * @param conf properties of Spark
 */
public record SparkStudies(
    @Setting(meaning = "of the cluster, for example spark://host:7077") String master,
    @Setting(value = "2", min = 1, meaning = "cells at once") int jobs,
    @Setting(
            value = "1",
            min = 1,
            meaning = "threads of each run, for which Spark keeps as many cores")
        int threads,
    @Setting(
            value = "\"\"",
            meaning =
                "a folder that all machines see, as Hadoop writes it, such as s3a://bucket/work;"
                    + " empty: .cache/spark beside the study")
        String folder,
    @Setting(
            value = "false",
            meaning = "whether workers have the data under the same path; else it is sent once")
        boolean sharedData,
    @Setting(value = "\"\"", meaning = "the folder of Spark 4.0 here; empty: that of SPARK_HOME")
        String home,
    @Setting(
            value = "\"\"",
            meaning = "the folder of pix2pix on every worker; empty: it is sent once to each")
        String program,
    @Setting(value = "60", min = 1, meaning = "seconds within which a worker must take a task")
        int timeout,
    @Setting(value = "[]", meaning = "properties of Spark, for example [spark.executor.memory=1g]")
        ImmutableList<String> conf)
    implements Executor {

  @Override
  public void check() {
    settings().check();
  }

  private SparkSettings settings() {
    return new SparkSettings(master, jobs, threads, home, program, timeout, conf);
  }

  @Override
  public void run(
      ImmutableList<CellTask> tasks, ExecutionContext context, CellEvent.Listener listener)
      throws InterruptedException {
    if (tasks.isEmpty() || listener.wantsStop()) {
      return;
    }
    var study = tasks.get(0).study();
    var cells = new SentCells(tasks, listener);
    var jar = PluginJar.of(cache(study));
    var log = new StudyFolder(study).logs().resolve("spark.log");
    var command = settings().driver(StudyDriver.class.getName(), jar);
    try (var driver = DriverProcess.start(command, job(tasks, jar), log)) {
      driver.awaitReady(timeout, master);
      driver.follow(cells::onEvent, listener::wantsStop);
    } finally {
      cells.endThoseThatAreLost();
    }
  }

  private static Path cache(Path study) {
    return new StudyFolder(study).cache().resolve("spark");
  }

  private StudyJob job(ImmutableList<CellTask> tasks, Path jar) {
    var first = tasks.get(0);
    var shared = folder.isEmpty() ? SparkSettings.local(cache(first.study())) : folder;
    return new StudyJob(
        settings().cluster("pix2pix study " + first.study().getFileName(), shared, jar),
        settings().workerProgram(),
        first.study().toString(),
        first.data().map(Path::toString).orElse(""),
        sharedData,
        tasks.stream().map(task -> new CellJob(task.cell(), task.json())).toList());
  }

  @Override
  public int threads(int cores) {
    return threads;
  }
}
