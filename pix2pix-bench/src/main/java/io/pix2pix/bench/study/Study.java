package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.bench.study.CellState.State;
import io.pix2pix.train.StoredExperiments;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.FolderLock;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Does studies: many experiments in, a folder of runs out, and only what is missing of it. */
public final class Study {
  private final CellWork work;
  private final StoredExperiments stored;
  private final ExperimentComparison comparison;
  private final ExperimentWriter writer;
  private final Clock clock = Clock.systemUTC();

  @Inject
  Study(
      CellWork work,
      StoredExperiments stored,
      ExperimentComparison comparison,
      ExperimentWriter writer) {
    this.work = work;
    this.stored = stored;
    this.comparison = comparison;
    this.writer = writer;
  }

  /**
   * Does what is missing of a study. All cells are checked before the first one is trained: their
   * networks, their data, and whether they can be measured.
   *
   * @return how far the study is then
   * @throws InvalidInputException if a cell cannot be trained or measured, the data cannot be used,
   *     the folder holds cells of another study, or another process is at work in it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public StudyState run(StudyOrder order, CellListener listener) throws InterruptedException {
    var home = order.folder().path();
    var data = data(order);
    if (Files.exists(home)) {
      return FolderLock.during(
          home,
          () -> {
            check(order, data);
            return missing(order, data, listener);
          });
    }
    check(order, data);
    AtomicFiles.createFolder(home);
    return FolderLock.during(home, () -> missing(order, data, listener));
  }

  private void check(StudyOrder order, DataSource data) {
    System.setProperty(Sessions.THREADS, Integer.toString(threads(order)));
    work.check(order.folder(), order.plan(), data);
    CellCheck.all(order.plan(), data);
  }

  private StudyState missing(StudyOrder order, DataSource data, CellListener listener)
      throws InterruptedException {
    var folder = order.folder();
    var before = StudyState.read(folder);
    order.plan().cells().stream()
        .map(cell -> folder.run(cell).path())
        .filter(Files::exists)
        .forEach(FolderLock::requireIdle);
    var kept = new KeptCells(order, data, stored, comparison);
    kept.foreign().forEach(cell -> discard(folder, cell));
    var ledger = ledger(order, data, before, listener);
    var missing =
        order.plan().cells().stream()
            .filter(cell -> state(ledger, cell) != State.DONE)
            .collect(toImmutableList());
    var site = new Site(folder, order.plan(), data, threads(order), work, order.program());
    listener.planned(missing);
    order.executor().run(missing, site, ledger);
    return ledger.state();
  }

  private static int threads(StudyOrder order) {
    return order.executor().threads(Runtime.getRuntime().availableProcessors());
  }

  /** What the user names, else that of the last time. */
  private static DataSource data(StudyOrder order) {
    return order.data().files().isPresent()
        ? order.data()
        : order
            .data()
            .or(
                StudyState.read(order.folder())
                    .flatMap(state -> state.source().data())
                    .map(Path::of));
  }

  private Ledger ledger(
      StudyOrder order, DataSource data, Optional<StudyState> before, CellListener listener) {
    var folder = order.folder();
    AtomicFiles.createFolder(folder.cells());
    AtomicFiles.write(folder.plan(), new StudyYaml(writer).write(order.plan()));
    var opened = data.open(order.plan().common().data());
    var pictures =
        new StudyPictures(
            opened.split(CellWork.split(opened)), opened.dataset(), order.plan().pictures());
    pictures.writeOriginals(folder);
    var states = new StudyStates(comparison);
    var state = states.of(order, data.folder(), before, pictures.names(), clock.instant());
    return new Ledger(folder, state, listener, clock);
  }

  private static State state(Ledger ledger, Cell cell) {
    return ledger.state().cells().stream()
        .filter(known -> known.run().equals(StudyStates.run(cell)))
        .map(CellState::state)
        .findFirst()
        .orElseThrow();
  }

  private static void discard(StudyFolder folder, Cell cell) {
    try {
      MoreFiles.deleteRecursively(folder.run(cell).path(), RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.run(cell).path() + ": cannot be removed (" + e + "); give access to it", e);
    }
  }
}
