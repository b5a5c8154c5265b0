package io.pix2pix.library;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.evaluation.RunEvaluation;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.bench.report.Report;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.FailurePolicy;
import io.pix2pix.bench.study.Study;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.execution.InProcess;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.train.Trainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the commands train, translate, evaluate, study and report with, for programs: all plug-ins,
 * ours and those of other jars on the class path. What is wrong is told by {@link
 * io.pix2pix.api.error.InvalidInputException}, in one line.
 */
public final class Pix2PixLibrary {
  private final ExperimentReader experiments;
  private final StoredExperiments stored;
  private final Trainer trainer;
  private final RunEvaluation evaluation;
  private final StudyReader studies;
  private final Study study;
  private final Report report;

  @Inject
  Pix2PixLibrary(
      ExperimentReader experiments,
      StoredExperiments stored,
      Trainer trainer,
      RunEvaluation evaluation,
      StudyReader studies,
      Study study,
      Report report) {
    this.experiments = experiments;
    this.stored = stored;
    this.trainer = trainer;
    this.evaluation = evaluation;
    this.studies = studies;
    this.study = study;
    this.report = report;
  }

  /** All plug-ins that the class loader of this thread finds. */
  public static Pix2PixLibrary load() {
    return Bootstrap.library(Thread.currentThread().getContextClassLoader());
  }

  /**
   * Reads an experiment file.
   *
   * @param changes {@code key=value} each, as {@code pix2pix train --set} takes them
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be read, or a key or value is
   *     not allowed
   */
  public Experiment experiment(Path file, String... changes) {
    return experiments.read(file, List.of(changes));
  }

  /**
   * Trains an experiment to its end.
   *
   * @param data the data folder, where the data set needs one
   * @param runs the folder of all runs; the new one gets the experiment's name
   * @param listener is told how it goes: {@link TrainingListener#NONE} for nobody
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be carried out
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedRun train(
      Experiment experiment, Optional<Path> data, Path runs, TrainingListener listener)
      throws InterruptedException {
    return train(experiment, DataSource.of(data), runs, listener);
  }

  /**
   * Trains an experiment to its end.
   *
   * @param data where it is; {@link DataSource#checked} if all files are to be read before
   * @param runs the folder of all runs; the new one gets the experiment's name
   * @param listener is told how it goes: {@link TrainingListener#NONE} for nobody
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be carried out
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedRun train(
      Experiment experiment, DataSource data, Path runs, TrainingListener listener)
      throws InterruptedException {
    var order = TrainingRequest.fresh(experiment, data, runs);
    return open(trainer.train(order, listener).path());
  }

  /**
   * Opens a run that was trained.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the folder is no run, or has no
   *     checkpoint
   */
  public TrainedRun open(Path run) {
    return TrainedRun.open(RunFolder.open(run), stored);
  }

  /**
   * A run's generator, behaving as in training (the paper, section 3.4): batch statistics, dropout
   * on. The caller closes it.
   *
   * @param seed of the noise: the same seed gives the same image
   */
  public Translator translator(TrainedRun run, long seed) {
    return run.translator(Phase.translation(Statistics.BATCH, true), seed);
  }

  /**
   * Measures a run on pairs of the data that it was trained on, and stores the result in the run as
   * {@code pix2pix evaluate} does: reports show it.
   *
   * @param split of the pairs, for example {@code test}
   * @param metrics as {@code pix2pix evaluate --metric} takes them; none for the quick ones
   * @return each value with its interval
   * @throws io.pix2pix.api.error.InvalidInputException if there is no such split or metric, or the
   *     result cannot be written
   */
  public ImmutableList<MetricValue> evaluate(TrainedRun run, String split, String... metrics) {
    var chosen = evaluation.metrics(List.of(metrics));
    var folder = run.provenance().data().folder().map(Path::of);
    var data = DataSource.of(folder).open(run.data());
    var around =
        new EvaluationContext(data, data.split(split), run.folder().cache(), ProgressListener.NONE);
    var generator = TrainedGenerator.asInTraining(run);
    return evaluation.evaluate(generator, split, chosen, around).result().values();
  }

  /**
   * Does what is missing of a study in this process, one cell after the other.
   *
   * @param file of the study
   * @param data the data folder, where the data set needs one
   * @param runs the folder of all runs and studies; the study gets a folder of its name in it
   * @param listener is told how it goes: {@link CellListener#NONE} for nobody
   * @return how far each cell is then; one that failed says why. A cell that the machine lost is
   *     tried again as {@link FailurePolicy#STANDARD} says
   * @throws io.pix2pix.api.error.InvalidInputException if the study cannot be carried out
   * @throws InterruptedException if the thread is interrupted
   */
  public StudyState study(Path file, Optional<Path> data, Path runs, CellListener listener)
      throws InterruptedException {
    return study(file, data, runs, new InProcess(0), listener);
  }

  /**
   * Does what is missing of a study where an executor says.
   *
   * @param executor runs the cells: one of ours, or your own
   */
  public StudyState study(
      Path file, Optional<Path> data, Path runs, Executor executor, CellListener listener)
      throws InterruptedException {
    var plan = studies.read(file, false, List.of());
    var program = Program.current(CellProgram.class.getName());
    var order =
        new Study.Request(
            plan, DataSource.of(data), runs, executor, false, FailurePolicy.STANDARD, program);
    return study.run(order, listener);
  }

  /**
   * Writes the report of a study, or of a folder of runs.
   *
   * @return its page
   * @throws io.pix2pix.api.error.InvalidInputException if there are no runs in it
   */
  public Path report(Path folder) {
    return report.write(Report.Request.of(folder));
  }
}
