package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.execution.CellRunner;
import io.pix2pix.bench.study.execution.ExecutionContext;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyYaml;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyPictures;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.FolderLock;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does studies: many experiments in, a folder of runs out, and only what is missing of it. */
public final class Study {
  private static final Logger LOG = LoggerFactory.getLogger(Study.class);

  /** Runs that a warning names. */
  private static final int NAMED = 8;

  private final CellRunner runner;
  private final StoredExperiments stored;
  private final ExperimentComparison comparison;
  private final ExperimentWriter writer;
  private final Clock clock = Clock.systemUTC();

  @Inject
  Study(
      CellRunner runner,
      StoredExperiments stored,
      ExperimentComparison comparison,
      ExperimentWriter writer) {
    this.runner = runner;
    this.stored = stored;
    this.comparison = comparison;
    this.writer = writer;
  }

  /**
   * Does what is missing of a study. All cells are checked before the first one is trained: their
   * networks, their data, and whether they can be measured. Files of all cells that are done are
   * looked at once more when the last one is.
   *
   * @return how far the study is then; a cell of which somebody removed files meanwhile has failed
   * @throws InvalidInputException if a cell cannot be trained or measured, the data cannot be used,
   *     the folder holds cells of another study, or another process is at work in it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public StudyState run(Request request, CellListener listener) throws InterruptedException {
    request.executor().check();
    var data = data(request);
    var state = locked(request, data, listener);
    var files = new CellFiles(request.folder(), state.pictures(), stored);
    return new LostCells(request.plan(), files).noted(state, clock.instant());
  }

  private StudyState locked(Request request, DataSource data, CellListener listener)
      throws InterruptedException {
    var home = request.folder().path();
    if (Files.exists(home)) {
      return FolderLock.during(
          home,
          () -> {
            check(request, data);
            return missing(request, data, listener);
          });
    }
    check(request, data);
    AtomicFiles.createFolder(home);
    return FolderLock.during(home, () -> missing(request, data, listener));
  }

  private void check(Request request, DataSource data) {
    Sessions.use(settings(request));
    runner.check(request.folder(), request.plan(), data);
    RungDirection.check(request.plan(), data, request.folder());
    CellCheck.all(request.plan(), data);
  }

  private StudyState missing(Request request, DataSource data, CellListener listener)
      throws InterruptedException {
    var folder = request.folder();
    var before = StudyState.read(folder);
    before.ifPresent(state -> sayWhatIsLeftOut(request, state));
    request.plan().cells().stream()
        .map(cell -> folder.run(cell).path())
        .filter(Files::exists)
        .forEach(FolderLock::requireIdle);
    var stale = new StaleCells(request, data, stored, comparison);
    stale.cells().forEach(cell -> discard(folder, cell));
    var recorder = recorder(request, data, before, listener);
    var context = new ExecutionContext(runner, data, request.program());
    var rounds =
        new CellRounds(folder, data, settings(request), request.executor(), context, recorder);
    var rungs = rungs(request, data, recorder);
    rungs.ifPresent(Rungs::replay);
    var missing =
        request.plan().cells().stream()
            .filter(cell -> isOpen(recorder.state(cell)))
            .collect(toImmutableList());
    listener.onPlan(missing);
    if (rungs.isPresent()) {
      rungs.get().run(rounds);
    } else {
      rounds.run(missing, Optional.empty());
    }
    return recorder.state();
  }

  private Optional<Rungs> rungs(Request request, DataSource data, StateRecorder recorder) {
    var plan = request.plan();
    var folder = request.folder();
    return plan.pruning()
        .map(
            pruning ->
                new Rungs(
                    plan,
                    pruning,
                    RungDirection.of(plan, pruning, data, folder),
                    folder,
                    stored,
                    recorder));
  }

  private static boolean isOpen(State state) {
    return state != State.DONE && state != State.PRUNED;
  }

  /** Seeds and cells that the study no longer names would leave its report in silence. */
  private static void sayWhatIsLeftOut(Request request, StudyState before) {
    var named = request.plan().cells().stream().map(StudyStates::run).collect(toImmutableSet());
    var others =
        before.cells().stream()
            .filter(cell -> cell.state() == State.DONE && !named.contains(cell.run()))
            .map(CellState::run)
            .toList();
    if (!others.isEmpty()) {
      LOG.warn(
          "{}: {} done before, but the study names them no longer; reports leave them out, their"
              + " runs stay: {}",
          request.folder().path(),
          others.size() == 1 ? "1 cell was" : others.size() + " cells were",
          String.join(", ", others.subList(0, Math.min(NAMED, others.size()))));
    }
  }

  private static SessionSettings settings(Request request) {
    return new SessionSettings(
        request.executor().threads(Runtime.getRuntime().availableProcessors()));
  }

  /** What the user names, else that of the last time. */
  private static DataSource data(Request request) {
    return request.data().files().isPresent()
        ? request.data()
        : request
            .data()
            .or(
                StudyState.read(request.folder())
                    .flatMap(state -> state.source().data())
                    .map(Path::of));
  }

  private StateRecorder recorder(
      Request request, DataSource data, Optional<StudyState> before, CellListener listener) {
    var folder = request.folder();
    AtomicFiles.createFolder(folder.cells());
    AtomicFiles.write(folder.plan(), new StudyYaml(writer).write(request.plan()));
    var opened = data.open(request.plan().common().data());
    var pictures = StudyPictures.of(opened, request.plan().pictures());
    pictures.writeOriginals(folder);
    var states = new StudyStates(comparison);
    var files = new CellFiles(folder, pictures.names(), stored);
    var state = states.of(request, data.folder(), before, files, clock.instant());
    return new StateRecorder(
        folder, request.plan().cells(), state, listener, request.onFailure(), clock);
  }

  private static void discard(StudyFolder folder, Cell cell) {
    try {
      MoreFiles.deleteRecursively(folder.run(cell).path(), RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.run(cell).path() + ": cannot be removed (" + e + "); give access to it", e);
    }
  }

  /**
   * What study is to be done, and how.
   *
   * @param plan of the study
   * @param data where it lies; without files, where it lay the last time
   * @param runs the folder of all runs and studies
   * @param executor where cells run
   * @param again whether cells that were done with another experiment or other data are done anew;
   *     else they are refused
   * @param onFailure what is done when a cell fails
   * @param program runs a cell in another process
   */
  public record Request(
      StudyPlan plan,
      DataSource data,
      Path runs,
      Executor executor,
      boolean again,
      FailurePolicy onFailure,
      Program program) {

    /** The folder of the study. */
    public StudyFolder folder() {
      return new StudyFolder(runs.resolve(plan.name()));
    }
  }
}
