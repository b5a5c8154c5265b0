package io.pix2pix.spark.driver;

import io.pix2pix.spark.job.StudyJob;
import io.pix2pix.spark.job.StudyJob.CellJob;
import io.pix2pix.spark.storage.LocalFiles;
import io.pix2pix.spark.storage.Parcels;
import io.pix2pix.spark.storage.Snapshots;
import io.pix2pix.spark.worker.CellFunction;
import io.pix2pix.spark.worker.CellWork;
import io.pix2pix.spark.worker.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;

/**
 * The program that does cells of a study on a cluster: each is a Spark job of one task, so that no
 * other suffers from what happens to it. Used by one thread.
 */
public final class StudyDriver {
  private static final String PLAN = "study.yaml";
  private static final int POLL_MILLIS = 100;
  private static final long STOP_NANOS = 180_000_000_000L;

  private final StudyJob job;
  private final Answers answers;
  private final Cluster cluster;
  private final CellProgress progress;
  private final String stop;
  private boolean stopping;
  private long stoppedAt;

  private StudyDriver(StudyJob job, Answers answers, Cluster cluster) {
    this.job = job;
    this.answers = answers;
    this.cluster = cluster;
    this.progress = new CellProgress(answers);
    this.stop = "stops/" + cluster.spark().sc().applicationId();
  }

  /** Does a {@link StudyJob} that it reads from the standard input. */
  public static void main(String... arguments) {
    Answers.run(StudyJob.class, StudyDriver::run);
  }

  private static void run(StudyJob job, Answers answers) throws Exception {
    try (var cluster = Cluster.connect(job.cluster())) {
      var launch = SentProgram.launch(job.program());
      cluster.probe(launch);
      answers.ready();
      new StudyDriver(job, answers, cluster).run(launch);
    }
  }

  private void run(Launch launch) throws IOException, InterruptedException {
    var parcels = new Parcels(cluster.folder().within("parcels"));
    SentProgram.send(parcels, job.program());
    var data =
        job.data().isEmpty() || job.dataIsThere()
            ? ""
            : SentProgram.send(parcels, LocalFiles.of(Path.of(job.data()), name -> true));
    var study = SentProgram.send(parcels, LocalFiles.of(Path.of(job.study()), PLAN::equals));
    cluster.spark().sc().addSparkListener(progress);
    var pending = new ArrayList<Pending>();
    var home = "cells/" + key(data) + "/";
    for (var cell : job.cells()) {
      pending.add(begin(cell, home + cell.name(), launch, study, data));
    }
    while (!pending.isEmpty()) {
      finishThoseThatAreDone(pending);
      heedStop(pending);
      Thread.sleep(POLL_MILLIS);
    }
    cluster.folder().delete(stop);
  }

  /** Snapshots are of this study as it is now: they serve nothing else. */
  private String key(String data) throws IOException {
    var study = Path.of(job.study());
    var text = Files.readString(study.resolve(PLAN));
    return LocalFiles.hash(List.of(text, data, job.data(), study.toString()));
  }

  private Pending begin(CellJob cell, String kept, Launch launch, String study, String data)
      throws IOException {
    var snapshots = snapshots(cell, kept);
    if (!snapshots.exist()) {
      snapshots.keepAll();
    }
    var work =
        new CellWork(
            launch,
            cluster.folder().toString(),
            study,
            Path.of(job.study()).getFileName().toString(),
            data,
            cell.name(),
            kept,
            cell.task(),
            stop);
    var step = cluster.spark().sc().longAccumulator();
    var of = cluster.spark().sc().longAccumulator();
    progress.expect(cell.name(), step.id(), of.id());
    cluster.spark().setLocalProperty(CellProgress.CELL, cell.name());
    cluster.spark().setJobDescription(cell.name());
    var future =
        cluster
            .spark()
            .parallelize(List.of(work), 1)
            .map(new CellFunction(step, of))
            .collectAsync();
    return new Pending(cell, snapshots, future);
  }

  private Snapshots snapshots(CellJob cell, String kept) throws IOException {
    return Snapshots.open(new Parcels(cluster.folder().within(kept)), run(cell));
  }

  private Path run(CellJob cell) {
    return Path.of(job.study()).resolve("cells").resolve(cell.name());
  }

  private void finishThoseThatAreDone(List<Pending> pending)
      throws IOException, InterruptedException {
    for (var one : List.copyOf(pending)) {
      if (one.future().isDone()) {
        pending.remove(one);
        finish(one);
      }
    }
  }

  private void finish(Pending one) throws IOException, InterruptedException {
    var cell = one.cell().name();
    if (one.future().isCancelled()) {
      return;
    }
    try {
      var end = one.future().get().get(0);
      if (!answers.isAlone()) {
        bringHome(one);
      }
      answers.event(end);
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      answers.event(
          CellFunction.event("failed", cell)
              .put("reason", "its task was lost: " + Cluster.reason(cause))
              .put("cause", "machine"));
    }
  }

  /** The run as the worker has left it, in place of what is here. */
  private void bringHome(Pending one) throws IOException {
    var run = run(one.cell());
    var fetched = run.resolveSibling("." + one.cell().name() + ".fetched");
    delete(fetched);
    one.snapshots().restore(fetched);
    if (Files.exists(fetched)) {
      delete(run);
      Files.move(fetched, run);
      one.snapshots().delete();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var walk = Files.walk(folder)) {
        for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Cells that have begun stop with a checkpoint; the others never begin. */
  private void heedStop(List<Pending> pending) throws IOException {
    if (answers.isStopped() && !stopping) {
      stopping = true;
      stoppedAt = System.nanoTime();
      cluster.folder().write(stop, "stop\n");
      pending.stream()
          .filter(one -> !progress.hasBegun(one.cell().name()))
          .forEach(one -> one.future().cancel(true));
    } else if (stopping && System.nanoTime() - stoppedAt > STOP_NANOS) {
      pending.forEach(one -> one.future().cancel(true));
    }
  }

  private record Pending(
      CellJob cell, Snapshots snapshots, JavaFutureAction<List<String>> future) {}
}
