package io.pix2pix.bench.study.result;

import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.RunProgress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a study: what lies where.
 *
 * @param path the folder itself
 */
public record StudyFolder(Path path) {

  /** The study with every value spelled out; itself a study that can be run. */
  public Path plan() {
    return path.resolve("study.yaml");
  }

  /** What the study is and how far it is: {@link StudyState}. */
  public Path state() {
    return path.resolve("study.json");
  }

  /** The folder of all runs. */
  public Path cells() {
    return path.resolve("cells");
  }

  /** The run of a cell, which may not be there yet. */
  public RunFolder run(Cell cell) {
    return new RunFolder(cells().resolve(cell.run()));
  }

  /**
   * Whether the run of a cell has taken all of its steps.
   *
   * @param stored reads it
   */
  public boolean isTrained(Cell cell, StoredExperiments stored) {
    var run = run(cell);
    return Files.exists(run.provenance())
        && stored.provenance(run).progress().state() == RunProgress.State.FINISHED;
  }

  /** What a cell that runs in a process of its own has printed. */
  public Path log(Cell cell) {
    return logs().resolve(cell.run() + ".log");
  }

  /** The folder of all logs. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** A folder beside all studies, in which what several of them need is kept. */
  public Path cache() {
    return path.toAbsolutePath().normalize().resolveSibling(".cache");
  }

  /** Where the inputs of the pictures lie that every cell translates. */
  public Path inputs() {
    return path.resolve("pictures").resolve("input");
  }

  /** Where their targets lie. */
  public Path targets() {
    return path.resolve("pictures").resolve("target");
  }

  /** Where a cell's translations of these pictures lie. */
  public Path translated(Cell cell) {
    return run(cell).path().resolve("translated");
  }
}
