package io.pix2pix.bench.study;

import io.pix2pix.api.data.DataSource;
import java.nio.file.Path;

/**
 * What study is to be done, and how.
 *
 * @param plan of the study
 * @param data where it lies; without files, where it lay the last time
 * @param runs the folder of all runs and studies
 * @param executor where cells run
 * @param again whether cells that were done with another experiment or other data are done anew;
 *     else they are refused
 * @param program runs a cell in another process
 */
public record StudyRequest(
    StudyPlan plan, DataSource data, Path runs, Executor executor, boolean again, Program program) {

  /** The folder of the study. */
  public StudyFolder folder() {
    return new StudyFolder(runs.resolve(plan.name()));
  }
}
