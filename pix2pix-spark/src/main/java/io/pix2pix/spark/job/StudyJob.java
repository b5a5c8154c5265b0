package io.pix2pix.spark.job;

import java.io.Serializable;
import java.util.List;

/**
 * Cells of a study that are to be done on a cluster.
 *
 * @param cluster that does them
 * @param program that they run
 * @param study its folder on this machine
 * @param data the folder of the data on this machine; empty where there is none
 * @param dataIsThere whether every worker has it under the same path
 * @param cells in the order in which they are to begin
 */
public record StudyJob(
    ClusterSettings cluster,
    WorkerProgram program,
    String study,
    String data,
    boolean dataIsThere,
    List<CellJob> cells)
    implements Serializable {

  /** Copies the list. */
  public StudyJob {
    cells = List.copyOf(cells);
  }

  /**
   * A cell.
   *
   * @param name of its run
   * @param task as JSON, with the folders of this machine
   */
  public record CellJob(String name, String task) implements Serializable {}
}
