package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;

/**
 * What an executor needs to know of a study.
 *
 * @param folder of the study
 * @param plan of the study
 * @param data where it lies; in this process, every cell uses what was opened of it
 * @param threads of each run
 * @param work does a cell in this process
 * @param program starts another process of this program
 */
public record Site(
    StudyFolder folder,
    StudyPlan plan,
    DataSource data,
    int threads,
    CellWork work,
    Program program) {

  /** The command that does a cell in a process of its own. */
  ImmutableList<String> command(Cell cell) {
    var arguments = ImmutableList.<String>builder();
    arguments.add("study-cell", folder.path().toString(), cell.run());
    data.folder().ifPresent(its -> arguments.add("--data", its.toString()));
    data.checks().ifPresent(cache -> arguments.add("--check-data"));
    return program.command(threads, arguments.build());
  }
}
