package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an executor needs to know of a study.
 *
 * @param folder of the study
 * @param plan of the study
 * @param data the folder with the data, if the user named one
 * @param threads of each run
 * @param work does a cell in this process
 * @param program starts another process of this program
 */
public record Site(
    StudyFolder folder,
    StudyPlan plan,
    Optional<Path> data,
    int threads,
    CellWork work,
    Program program) {

  /** The command that does a cell in a process of its own. */
  ImmutableList<String> command(Cell cell) {
    var arguments = ImmutableList.<String>builder();
    arguments.add("study-cell", folder.path().toString(), cell.run());
    data.ifPresent(its -> arguments.add("--data", its.toString()));
    return program.command(threads, arguments.build());
  }
}
