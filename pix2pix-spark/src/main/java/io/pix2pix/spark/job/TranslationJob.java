package io.pix2pix.spark.job;

import java.io.Serializable;
import java.util.List;

/**
 * Pictures that are to be translated on a cluster. Folders are written as Hadoop writes them.
 *
 * @param cluster that does it
 * @param program that workers run
 * @param run the folder of a run on this machine
 * @param options of the command {@code translate-files}
 * @param record what results follow from; kept beside them
 * @param input a folder, or a list of files
 * @param output a folder
 * @param extensions of pictures
 * @param extension of results
 * @param again whether all results are made anew
 * @param batch pictures of a task
 */
public record TranslationJob(
    ClusterSettings cluster,
    WorkerProgram program,
    String run,
    List<String> options,
    List<String> record,
    String input,
    String output,
    List<String> extensions,
    String extension,
    boolean again,
    int batch)
    implements Serializable {

  /** Copies the lists. */
  public TranslationJob {
    options = List.copyOf(options);
    record = List.copyOf(record);
    extensions = List.copyOf(extensions);
  }
}
