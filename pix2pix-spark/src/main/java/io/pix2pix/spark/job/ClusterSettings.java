package io.pix2pix.spark.job;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How a cluster is asked for work.
 *
 * @param master as Spark writes it, for example {@code spark://host:7077}
 * @param name of the application
 * @param folder on a file system that all machines see, as Hadoop writes it
 * @param threads of a task, for which Spark keeps as many cores
 * @param tasks at once, at most
 * @param seconds until the first worker must have answered
 * @param properties of Spark
 * @param jars that executors load
 */
public record ClusterSettings(
    String master,
    String name,
    String folder,
    int threads,
    int tasks,
    int seconds,
    Map<String, String> properties,
    List<String> jars)
    implements Serializable {

  /** Copies map and list. */
  public ClusterSettings {
    properties = Map.copyOf(properties);
    jars = List.copyOf(jars);
  }
}
