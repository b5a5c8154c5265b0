package io.pix2pix.bench.study;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What study is to be done, and how.
 *
 * @param plan of the study
 * @param data the folder with the data, where the data set needs one; that of the last time where
 *     it is left out
 * @param runs the folder of all runs and studies
 * @param executor where cells run
 * @param again whether cells that were done with another experiment or other data are done anew;
 *     else they are refused
 * @param program runs a cell in another process
 */
public record StudyRequest(
    StudyPlan plan,
    Optional<Path> data,
    Path runs,
    Executor executor,
    boolean again,
    Program program) {

  /** The folder of the study. */
  public StudyFolder folder() {
    return new StudyFolder(runs.resolve(plan.name()));
  }
}
