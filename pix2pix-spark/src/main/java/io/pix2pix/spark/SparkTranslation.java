package io.pix2pix.spark;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.spark.driver.TranslationDriver;
import io.pix2pix.spark.job.TranslationJob;
import io.pix2pix.train.batch.BatchExecutor;
import io.pix2pix.train.batch.BatchRequest;
import io.pix2pix.train.run.RunFolder;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates pictures on the machines of a Spark cluster. Each executor has one process with the
 * model; a task brings it a few pictures, and takes the results away.
 *
 * @param master of the cluster
 * @param tasks at once
 * @param threads of a task
 * @param batch pictures of a task
 * @param folder that all machines see
 * @param home the folder of Spark on this machine
 * @param program the folder of pix2pix on the workers
 * @param timeout seconds for the first worker
 * @param conf properties of Spark
 */
public record SparkTranslation(
    @Setting(meaning = "of the cluster, for example spark://host:7077") String master,
    @Setting(value = "2", min = 1, meaning = "tasks at once") int tasks,
    @Setting(value = "1", min = 1, meaning = "cores that Spark keeps for a task") int threads,
    @Setting(value = "200", min = 1, meaning = "pictures of a task, whose files a worker holds")
        int batch,
    @Setting(
            value = "\"\"",
            meaning =
                "a folder that all machines see, as Hadoop writes it, such as s3a://bucket/work;"
                    + " empty: .cache/spark beside the run")
        String folder,
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
    implements BatchExecutor {
  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void run(BatchRequest request, Listener listener) throws InterruptedException {
    settings().check();
    var cache = new RunFolder(request.run()).cache().resolve("spark");
    var jar = PluginJar.of(cache);
    var command = settings().driver(TranslationDriver.class.getName(), jar);
    var job = job(request, cache, jar);
    try (var driver = DriverProcess.start(command, job, cache.resolve("translate.log"))) {
      driver.awaitReady(timeout, master);
      driver.follow(event -> tell(event, listener), () -> false);
    }
  }

  private SparkSettings settings() {
    return new SparkSettings(master, tasks, threads, home, program, timeout, conf);
  }

  private TranslationJob job(BatchRequest request, Path cache, Path jar) {
    var shared = folder.isEmpty() ? SparkSettings.local(cache) : folder;
    return new TranslationJob(
        settings().cluster("pix2pix translate " + request.run().getFileName(), shared, jar),
        settings().workerProgram(),
        request.run().toAbsolutePath().normalize().toString(),
        ImmutableList.<String>builder()
            .addAll(request.options())
            .add("--threads=" + threads)
            .build(),
        request.record(),
        uri(request.input()),
        uri(request.output()),
        ImmutableList.copyOf(ImageFiles.extensions()),
        request.extension(),
        request.again(),
        batch);
  }

  /** Paths without a scheme are those of this machine. */
  private static String uri(String place) {
    return URI.matcher(place).matches() ? place : SparkSettings.local(Path.of(place));
  }

  private static void tell(String event, Listener listener) {
    try {
      var node = JSON.readTree(event);
      if (node.path("event").asString("").equals("failed")) {
        listener.onFailed(node.path("picture").asString(""), node.path("reason").asString(""));
      } else {
        listener.onProgress(
            node.path("step").asLong(0), node.path("of").asLong(0), node.path("all").asLong(0));
      }
    } catch (JacksonException e) {
      throw new InvalidInputException("spark: the driver said \"" + event + "\"", e);
    }
  }
}
