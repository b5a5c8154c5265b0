package io.pix2pix.bench.study.execution;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.MachineFailureException;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.evaluation.Evaluation;
import io.pix2pix.bench.evaluation.RunEvaluation;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.result.CellProgress;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyPictures;
import io.pix2pix.train.Trainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.experiment.Suggestion;
import io.pix2pix.train.run.FolderLock;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/** Runs cell tasks: trains a cell or resumes it, measures it and translates pictures. */
public final class CellRunner {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  private final StudyReader reader;
  private final Trainer trainer;
  private final StoredExperiments stored;
  private final RunEvaluation evaluation;

  @Inject
  CellRunner(
      StudyReader reader, Trainer trainer, StoredExperiments stored, RunEvaluation evaluation) {
    this.reader = reader;
    this.trainer = trainer;
    this.stored = stored;
    this.evaluation = evaluation;
  }

  /**
   * Does what is missing of a cell, from what lies in the folder of its study. The listener is told
   * of the start and of the end, whatever happens: a cell that fails says why.
   *
   * @param listener is told of every event, and asked whether to stop
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void run(CellTask task, CellEvent.Listener listener) throws InterruptedException {
    run(task, task.source(), listener);
  }

  /**
   * Does the same with data that other cells share.
   *
   * @param data where it lies, as the task says
   */
  void run(CellTask task, DataSource data, CellEvent.Listener listener)
      throws InterruptedException {
    listener.onEvent(CellEvent.started(task.cell()));
    CellEvent end;
    try {
      Sessions.use(task.settings());
      end = end(task, data, listener);
    } catch (MachineFailureException
        | UncheckedIOException
        | TFResourceExhaustedException
        | OutOfMemoryError e) {
      end = CellEvent.lost(task.cell(), reason(e));
    } catch (RuntimeException e) {
      // Whatever it is, other cells may still be done.
      end = CellEvent.failed(task.cell(), reason(e));
    }
    listener.onEvent(end);
  }

  private static String reason(Throwable failure) {
    var words =
        failure instanceof InvalidInputException && failure.getMessage() != null
            ? failure.getMessage()
            : failure.toString();
    return LINE_BREAK.matcher(words).replaceAll(" ");
  }

  private CellEvent end(CellTask task, DataSource data, CellEvent.Listener listener)
      throws InterruptedException {
    var folder = new StudyFolder(task.study());
    var plan = reader.read(folder.plan(), false, List.of());
    var cell = cell(folder, plan, task);
    if (!folder.isTrained(cell, stored)) {
      train(folder, cell, data, task.epochs(), listener);
    }
    if (task.epochs().filter(epochs -> isAfter(folder, cell, epochs)).isPresent()) {
      return CellEvent.paused(task.cell());
    }
    if (!folder.isTrained(cell, stored) || listener.wantsStop()) {
      return CellEvent.stopped(task.cell());
    }
    return FolderLock.during(
        folder.run(cell).path(),
        () -> {
          measure(folder, plan, cell, data);
          return CellEvent.done(task.cell());
        });
  }

  private boolean isAfter(StudyFolder folder, Cell cell, int epochs) {
    return CellProgress.of(folder, cell, stored).filter(run -> run.isAfter(epochs)).isPresent();
  }

  private static Cell cell(StudyFolder folder, StudyPlan plan, CellTask task) {
    return plan.cells().stream()
        .filter(cell -> cell.run().equals(task.cell()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    folder.plan()
                        + ": has no cell "
                        + task.cell()
                        + Suggestion.among(
                            plan.cells().stream().map(Cell::run).toList(), task.cell())));
  }

  /**
   * Finds out before anything is trained whether all cells can be trained on their data, and
   * measured.
   *
   * @param data where it lies
   * @throws InvalidInputException if one cannot; the message names the cell
   */
  public void check(StudyFolder folder, StudyPlan plan, DataSource data) {
    var seen = new HashSet<List<Object>>();
    for (var cell : plan.cells()) {
      if (seen.add(whatMatters(cell.experiment()))) {
        try {
          check(folder.run(cell), plan, cell.experiment(), data);
        } catch (InvalidInputException e) {
          throw new InvalidInputException("cell " + cell.title() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** What a check follows from: cells that are equal in it are checked once. */
  private static List<Object> whatMatters(Experiment experiment) {
    return List.of(
        experiment.data(),
        experiment.augmentation(),
        experiment.generator(),
        experiment.training().validation());
  }

  private void check(RunFolder run, StudyPlan plan, Experiment experiment, DataSource data) {
    trainer.check(experiment, data, run);
    Evaluation.check(
        experiment.generator(),
        ImmutableList.copyOf(plan.metrics().values()),
        around(run, data.open(experiment.data())));
  }

  private static EvaluationContext around(RunFolder run, OpenedDataset data) {
    var pairs = data.split(StudyPictures.split(data));
    return new EvaluationContext(data, pairs, run.cache(), ProgressListener.NONE);
  }

  private void train(
      StudyFolder folder,
      Cell cell,
      DataSource data,
      Optional<Integer> epochs,
      CellEvent.Listener listener)
      throws InterruptedException {
    boolean begun = Files.exists(folder.run(cell).path());
    trainer.train(
        new TrainingRequest(cell.experiment(), data, folder.cells(), cell.run(), begun),
        new Steps(
            cell,
            listener,
            () ->
                epochs
                    .flatMap(
                        last ->
                            CellProgress.of(folder, cell, stored).map(run -> run.stepAfter(last)))
                    .orElse(Long.MAX_VALUE)));
  }

  private void measure(StudyFolder folder, StudyPlan plan, Cell cell, DataSource data) {
    var run = TrainedRun.open(folder.run(cell), stored);
    var opened = data.open(run.data());
    var around = around(run.folder(), opened);
    var generator = TrainedGenerator.asInTraining(run);
    try (var translator = generator.translator()) {
      StudyPictures.of(opened, plan.pictures())
          .writeTranslations(folder.translated(cell), translator);
      var metrics = ImmutableList.copyOf(plan.metrics().values());
      evaluation.evaluate(generator, translator, StudyPictures.split(opened), metrics, around);
    }
  }

  /** Hands steps on, with their number; stops after the last that is wanted now. */
  private static final class Steps implements TrainingListener {
    private final Cell cell;
    private final CellEvent.Listener listener;
    private final LongSupplier limit;
    private long all;
    private long step;
    private long last = Long.MAX_VALUE;

    /**
     * @param limit asked when the run is begun
     */
    Steps(Cell cell, CellEvent.Listener listener, LongSupplier limit) {
      this.cell = cell;
      this.listener = listener;
      this.limit = limit;
    }

    @Override
    public void started(
        RunFolder run, long done, long steps, ImmutableList<String> columns, int images) {
      all = steps;
      step = done;
      last = limit.getAsLong();
      listener.onEvent(CellEvent.step(cell.run(), done, all));
    }

    @Override
    public void stepped(long newStep, float[] losses) {
      step = newStep;
      listener.onEvent(CellEvent.step(cell.run(), step, all));
    }

    @Override
    public boolean wantsStop() {
      return step >= last || listener.wantsStop();
    }
  }
}
