package io.pix2pix.spark.job;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How pix2pix is started on workers.
 *
 * @param installed the folder of pix2pix on each of them; empty if it travels with the work
 * @param classPath files and folders of this machine that travel, in their order; empty if it is
 *     installed
 * @param options of Java
 * @param environment variables that it must have
 */
public record WorkerProgram(
    String installed, List<String> classPath, List<String> options, Map<String, String> environment)
    implements Serializable {

  /** Copies lists and map. */
  public WorkerProgram {
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
  }
}
