package io.pix2pix.spark.worker;

import java.io.Serializable;
import java.util.List;

/**
 * How the pictures of a job are translated.
 *
 * @param launch of the process that does it
 * @param folder that all machines see
 * @param run the parcel with the run
 * @param options of the command
 * @param output the folder of results
 * @param application that does the job
 */
public record BatchWork(
    Launch launch,
    String folder,
    String run,
    List<String> options,
    String output,
    String application)
    implements Serializable {

  /** Copies the list. */
  public BatchWork {
    options = List.copyOf(options);
  }
}
