package io.pix2pix.spark.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pix2pix.spark.job.TranslationJob;
import io.pix2pix.spark.storage.LocalFiles;
import io.pix2pix.spark.storage.Parcels;
import io.pix2pix.spark.storage.Picture;
import io.pix2pix.spark.storage.Pictures;
import io.pix2pix.spark.storage.Results;
import io.pix2pix.spark.storage.StoredFolder;
import io.pix2pix.spark.worker.Batch;
import io.pix2pix.spark.worker.BatchFunction;
import io.pix2pix.spark.worker.BatchWork;
import io.pix2pix.spark.worker.FailedPicture;
import io.pix2pix.spark.worker.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.util.LongAccumulator;

/** The program that translates pictures on a cluster, a batch in each task. Used by one thread. */
public final class TranslationDriver {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int POLL_MILLIS = 200;

  private final TranslationJob job;
  private final Answers answers;
  private final Cluster cluster;

  private TranslationDriver(TranslationJob job, Answers answers, Cluster cluster) {
    this.job = job;
    this.answers = answers;
    this.cluster = cluster;
  }

  /** Does a {@link TranslationJob} that it reads from the standard input. */
  public static void main(String... arguments) {
    Answers.run(TranslationJob.class, TranslationDriver::run);
  }

  private static void run(TranslationJob job, Answers answers) throws Exception {
    try (var cluster = Cluster.connect(job.cluster())) {
      new TranslationDriver(job, answers, cluster).run();
    }
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    var configuration = cluster.spark().hadoopConfiguration();
    var output = StoredFolder.of(job.output(), configuration);
    output.requireWritable();
    var launch = SentProgram.launch(job.program());
    cluster.probe(launch);
    answers.ready();
    var all =
        new Pictures(job.extensions(), job.extension())
            .in(StoredFolder.of(job.input(), configuration));
    var missing = new Results(output).begin(all, job.record(), job.again());
    progress(0, missing.size(), all.size());
    var failed = missing.isEmpty() ? List.<FailedPicture>of() : translated(missing, all, launch);
    for (var one : failed) {
      answers.event(
          JSON.createObjectNode()
              .put("event", "failed")
              .put("picture", one.input())
              .put("reason", one.reason()));
    }
  }

  private void progress(long done, long of, long all) {
    answers.event(
        JSON.createObjectNode()
            .put("event", "step")
            .put("step", done)
            .put("of", of)
            .put("all", all));
  }

  private List<FailedPicture> translated(List<Picture> missing, List<Picture> all, Launch launch)
      throws IOException, InterruptedException, ExecutionException {
    var parcels = new Parcels(cluster.folder().within("parcels"));
    SentProgram.send(parcels, job.program());
    var run =
        SentProgram.send(
            parcels, LocalFiles.of(Path.of(job.run()), TranslationDriver::isOfTheModel));
    var application = cluster.spark().sc().applicationId();
    var work =
        new BatchWork(
            launch, cluster.folder().toString(), run, job.options(), job.output(), application);
    var done = cluster.spark().sc().longAccumulator();
    var batches = batches(missing);
    var future =
        cluster
            .spark()
            .parallelize(batches, batches.size())
            .map(new BatchFunction(work, done))
            .collectAsync();
    follow(future, done, missing.size(), all.size());
    return future.isCancelled() ? List.of() : future.get().stream().flatMap(List::stream).toList();
  }

  /** What a generator at work needs of its run. */
  private static boolean isOfTheModel(String name) {
    boolean isAtTheTop = !name.contains("/") && !name.startsWith(".");
    return isAtTheTop || name.startsWith("checkpoints/") || name.startsWith(".checksums/");
  }

  private List<Batch> batches(List<Picture> pictures) {
    var batches = new ArrayList<Batch>();
    for (int at = 0; at < pictures.size(); at += job.batch()) {
      int end = Math.min(pictures.size(), at + job.batch());
      batches.add(new Batch(batches.size(), pictures.subList(at, end)));
    }
    return batches;
  }

  private void follow(
      JavaFutureAction<List<List<FailedPicture>>> future, LongAccumulator done, long of, long all)
      throws InterruptedException {
    long told = 0;
    while (!future.isDone()) {
      Thread.sleep(POLL_MILLIS);
      if (done.sum() != told) {
        told = done.sum();
        progress(told, of, all);
      }
      if (answers.isStopped()) {
        future.cancel(true);
      }
    }
  }
}
