package io.pix2pix.spark.driver;

import io.pix2pix.spark.job.ClusterSettings;
import io.pix2pix.spark.job.Refusal;
import io.pix2pix.spark.storage.StoredFolder;
import io.pix2pix.spark.worker.Launch;
import io.pix2pix.spark.worker.Probe;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A cluster that has answered.
 *
 * @param spark for tasks
 * @param folder that all machines see
 */
record Cluster(JavaSparkContext spark, StoredFolder folder) implements AutoCloseable {

  /**
   * Connects.
   *
   * @throws Refusal if the folder cannot be written, or no application can be started
   */
  static Cluster connect(ClusterSettings settings) {
    var conf = conf(settings);
    var spark = context(settings, conf);
    try {
      var folder = StoredFolder.of(settings.folder(), spark.hadoopConfiguration());
      folder.requireWritable();
      return new Cluster(spark, folder);
    } catch (RuntimeException e) {
      spark.close();
      throw e;
    }
  }

  private static JavaSparkContext context(ClusterSettings settings, SparkConf conf) {
    try {
      return new JavaSparkContext(conf);
    } catch (Exception e) {
      throw new Refusal(
          "%s: no application can be started there (%s); see the log"
              .formatted(settings.master(), reason(e)),
          e);
    }
  }

  private static SparkConf conf(ClusterSettings settings) {
    var conf =
        new SparkConf()
            .setMaster(settings.master())
            .setAppName(settings.name())
            .set("spark.ui.enabled", "false")
            .set("spark.executor.heartbeatInterval", "2s")
            .set("spark.executor.memory", "512m")
            // Executors start processes and copy files: they compute nothing themselves.
            .set("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
            .set("spark.task.cpus", String.valueOf(settings.threads()))
            .set("spark.cores.max", String.valueOf(settings.threads() * settings.tasks()));
    settings.properties().forEach(conf::set);
    return conf.setJars(settings.jars().toArray(String[]::new));
  }

  /**
   * Asks a worker whether it can do the work.
   *
   * @throws Refusal if it cannot; the message says why
   */
  void probe(Launch launch) {
    var answers =
        spark
            .parallelize(List.of(0), 1)
            .map(new Probe(launch, folder.toString(), Launch.platform()))
            .collect();
    var obstacle = String.join("", answers);
    if (!obstacle.isEmpty()) {
      throw new Refusal(obstacle);
    }
  }

  /** What went wrong, in a line. */
  static String reason(Throwable failure) {
    var message = failure.getMessage();
    return message == null
        ? failure.toString()
        : message.lines().findFirst().orElse(failure.toString());
  }

  @Override
  public void close() {
    spark.close();
  }
}
