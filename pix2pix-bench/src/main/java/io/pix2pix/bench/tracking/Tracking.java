package io.pix2pix.bench.tracking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.bench.tracking.TrackerClient.Start;
import io.pix2pix.bench.tracking.TrackerClient.State;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends to a tracker what it lacks of a run, or of a study and its cells. What was sent is noted in
 * {@code tracking.json} of each folder. Used by one thread at a time.
 */
public final class Tracking {
  private final TrackerClient client;
  private final String address;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param client talks to the tracker
   * @param address of the tracker, under which folders note what was sent
   */
  public Tracking(TrackerClient client, String address) {
    this.client = client;
    this.address = address;
  }

  /** Where it sends to. */
  public String address() {
    return address;
  }

  /**
   * Sends what is missing of a run or study.
   *
   * @throws IOException if the tracker cannot be reached, or is not ready; it may be later
   * @throws InvalidInputException if it refuses, or the folder cannot be read
   * @throws InterruptedException if the thread is interrupted
   */
  public void send(Path folder) throws IOException, InterruptedException {
    if (isStudy(folder)) {
      study(new StudyFolder(folder));
    } else {
      run(RunFolder.open(folder), Optional.empty());
    }
  }

  private static boolean isStudy(Path folder) {
    return Files.exists(new StudyFolder(folder).plan());
  }

  private void run(RunFolder run, Optional<String> parent)
      throws IOException, InterruptedException {
    var provenance = Provenance.read(run);
    var folder = new FolderTracking(client, address, clock, run.path());
    if (!folder.isBegun()) {
      folder.begin(RunFacts.of(run, provenance, parent));
    }
    folder.losses(run.losses());
    folder.validation(run.validation());
    folder.metrics(run.metrics());
    boolean takesFiles = folder.file("experiment.yaml", run.experiment());
    for (var picture : takesFiles ? pictures(run.samples()) : ImmutableList.<Path>of()) {
      folder.file("samples/" + picture.getFileName(), picture);
    }
    var progress = provenance.progress();
    if (takesFiles && progress.hasEnded()) {
      folder.file("run.json", run.provenance());
    }
    folder.say(state(progress), progress.updated());
  }

  private static State state(RunProgress progress) {
    return switch (progress.state()) {
      case TRAINING -> State.RUNNING;
      case STOPPED -> State.STOPPED;
      case FINISHED, IMPORTED -> State.FINISHED;
    };
  }

  private static ImmutableList<Path> pictures(Path samples) throws IOException {
    if (!Files.isDirectory(samples)) {
      return ImmutableList.of();
    }
    try (var files = Files.list(samples)) {
      return files
          .filter(file -> file.getFileName().toString().matches("step-[0-9]+\\.png"))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }
  }

  private void study(StudyFolder study) throws IOException, InterruptedException {
    var folder = new FolderTracking(client, address, clock, study.path());
    if (!folder.isBegun()) {
      var name = study.path().toAbsolutePath().normalize().getFileName().toString();
      folder.begin(
          new Start(
              name,
              Optional.empty(),
              clock.instant(),
              RunFacts.parameters(study.plan()),
              ImmutableMap.of("pix2pix.folder", study.path().toAbsolutePath().toString())));
    }
    for (var cell : cells(study)) {
      run(new RunFolder(cell), Optional.of(folder.id()));
    }
    if (folder.file("study.yaml", study.plan())) {
      var report = study.path().resolve("report");
      for (var file : files(report)) {
        folder.file("report/" + slashes(report.relativize(file)), file);
      }
    }
    folder.say(state(study), clock.instant());
  }

  private static ImmutableList<Path> cells(StudyFolder study) throws IOException {
    if (!Files.isDirectory(study.cells())) {
      return ImmutableList.of();
    }
    try (var folders = Files.list(study.cells())) {
      return folders
          .filter(cell -> Files.exists(new RunFolder(cell).provenance()))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }
  }

  private static ImmutableList<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return ImmutableList.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().collect(ImmutableList.toImmutableList());
    }
  }

  private static String slashes(Path path) {
    return Streams.stream(path).map(Path::toString).collect(Collectors.joining("/"));
  }

  private static State state(StudyFolder study) {
    var cells = StudyState.read(study).map(StudyState::cells).orElse(ImmutableList.of());
    if (cells.stream().anyMatch(cell -> cell.state() == CellState.State.FAILED)) {
      return State.FAILED;
    }
    boolean over =
        cells.stream()
            .map(CellState::state)
            .allMatch(state -> state == CellState.State.DONE || state == CellState.State.PRUNED);
    return over && !cells.isEmpty() ? State.FINISHED : State.RUNNING;
  }
}
