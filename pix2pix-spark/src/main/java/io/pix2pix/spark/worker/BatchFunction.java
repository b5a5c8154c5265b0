package io.pix2pix.spark.worker;

import io.pix2pix.spark.storage.Picture;
import io.pix2pix.spark.storage.Results;
import io.pix2pix.spark.storage.StoredFolder;
import io.pix2pix.spark.worker.TranslatorProcess.FilePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;

/**
 * Translates the pictures of a batch on a worker: brings their files here, has the process of this
 * executor translate them, and sends the results. Gives the pictures that failed. Where the process
 * is lost, each picture is tried alone, so that one that stops it costs no other.
 */
public final class BatchFunction implements Function<Batch, List<FailedPicture>> {
  private final BatchWork work;
  private final LongAccumulator done;

  /**
   * @param done counts pictures
   */
  public BatchFunction(BatchWork work, LongAccumulator done) {
    this.work = work;
    this.done = done;
  }

  @Override
  public List<FailedPicture> call(Batch batch) throws Exception {
    var configuration = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    var files = WorkerFiles.of(work.folder());
    var scratch = files.scratch();
    var failed = new ArrayList<FailedPicture>();
    try {
      var here = bringHere(batch, scratch, configuration, failed);
      var made = translate(here, files, failed);
      send(batch, made, StoredFolder.of(work.output(), configuration));
    } finally {
      WorkerFiles.delete(scratch);
    }
    done.add(batch.pictures().size());
    return failed;
  }

  private static Map<Picture, FilePair> bringHere(
      Batch batch, Path scratch, Configuration configuration, List<FailedPicture> failed)
      throws IOException {
    var here = new LinkedHashMap<Picture, FilePair>();
    var out = Files.createDirectories(scratch.resolve("out"));
    for (var picture : batch.pictures()) {
      var number = here.size() + failed.size();
      var input = scratch.resolve(number + picture.extension());
      var end = picture.output().substring(picture.output().lastIndexOf('.'));
      try (var in = StoredFolder.open(picture.input(), configuration)) {
        Files.copy(in, input);
        here.put(picture, new FilePair(input, out.resolve(number + end)));
      } catch (IOException e) {
        failed.add(
            new FailedPicture(
                picture.input(), picture.input() + ": cannot be read (" + e.getMessage() + ")"));
      }
    }
    return here;
  }

  /** The results, by picture. */
  private Map<Picture, Path> translate(
      Map<Picture, FilePair> here, WorkerFiles files, List<FailedPicture> failed)
      throws IOException, InterruptedException {
    if (here.isEmpty()) {
      return Map.of();
    }
    Map<Integer, String> reasons;
    try {
      reasons = TranslatorProcess.ofThisExecutor().translate(work, files, pairs(here));
    } catch (IOException e) {
      if (here.size() == 1) {
        var only = here.keySet().iterator().next().input();
        failed.add(new FailedPicture(only, only + ": " + e.getMessage()));
        return Map.of();
      }
      return oneByOne(here, files, failed);
    }
    return made(here, reasons, failed);
  }

  private static List<FilePair> pairs(Map<Picture, FilePair> here) {
    return List.copyOf(here.values());
  }

  private Map<Picture, Path> oneByOne(
      Map<Picture, FilePair> here, WorkerFiles files, List<FailedPicture> failed)
      throws IOException, InterruptedException {
    var made = new LinkedHashMap<Picture, Path>();
    for (var one : here.entrySet()) {
      made.putAll(translate(Map.of(one.getKey(), one.getValue()), files, failed));
    }
    return made;
  }

  private static Map<Picture, Path> made(
      Map<Picture, FilePair> here, Map<Integer, String> reasons, List<FailedPicture> failed) {
    var made = new LinkedHashMap<Picture, Path>();
    int number = 0;
    for (var one : here.entrySet()) {
      var reason = reasons.get(number);
      var input = one.getKey().input();
      if (reason == null) {
        made.put(one.getKey(), one.getValue().output());
      } else {
        var named = reason.replace(one.getValue().input().toString(), input);
        failed.add(new FailedPicture(input, named));
      }
      number++;
    }
    return made;
  }

  private void send(Batch batch, Map<Picture, Path> made, StoredFolder output) throws IOException {
    var sizes = new LinkedHashMap<Picture, Long>();
    for (var one : made.entrySet()) {
      try (var out = output.create(one.getKey().output())) {
        sizes.put(one.getKey(), Files.copy(one.getValue(), out));
      }
    }
    var name = String.format(Locale.ROOT, "%s-%06d", work.application(), batch.number());
    new Results(output).note(name, sizes);
  }
}
