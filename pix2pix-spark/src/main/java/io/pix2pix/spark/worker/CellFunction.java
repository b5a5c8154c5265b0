package io.pix2pix.spark.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pix2pix.spark.storage.Parcels;
import io.pix2pix.spark.storage.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.LongAccumulator;

/**
 * Does a cell of a study on a worker, or what is missing of it, in a process of pix2pix. Gives the
 * event by which the cell ended. Where the process is lost, the task fails, and Spark begins it
 * again somewhere: it is resumed from the last snapshot.
 */
public final class CellFunction implements Function<CellWork, String> {
  private static final String MAIN = "io.pix2pix.library.CellProgram";
  private static final String STOP_AT_END_OF_INPUT = "--stop-at-end-of-input";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int POLL_MILLIS = 200;
  private static final long LOOK_NANOS = 1_000_000_000L;

  private final LongAccumulator step;
  private final LongAccumulator of;

  /**
   * @param step how many steps are done
   * @param of how many there are
   */
  public CellFunction(LongAccumulator step, LongAccumulator of) {
    this.step = step;
    this.of = of;
  }

  @Override
  public String call(CellWork work) throws Exception {
    var files = WorkerFiles.of(work.folder());
    if (files.folder().has(work.stop())) {
      return event("stopped", work.cell()).toString();
    }
    var scratch = files.scratch();
    try {
      return run(work, files, scratch);
    } finally {
      WorkerFiles.delete(scratch);
    }
  }

  private String run(CellWork work, WorkerFiles files, Path scratch)
      throws IOException, InterruptedException {
    var study = scratch.resolve(work.name());
    files.parcels().fetch(work.study(), Files.createDirectories(study));
    var run = study.resolve("cells").resolve(work.cell());
    var snapshots = Snapshots.open(new Parcels(files.folder().within(work.kept())), run);
    snapshots.restore(run);
    var task = Files.writeString(scratch.resolve("task.json"), task(work, files, study));
    var builder =
        work.launch().process(files, MAIN, List.of(task.toString(), STOP_AT_END_OF_INPUT));
    var log = scratch.resolve("log");
    String end;
    try (var process = new WorkerProcess(builder.directory(scratch.toFile()), log)) {
      end = follow(process, work, files, snapshots).orElse("");
      if (end.isEmpty()) {
        throw new IOException(
            "the process of %s ended with exit code %d: %s"
                .formatted(work.cell(), process.code(), lastLine(log)));
      }
    }
    snapshots.keepAll();
    return end;
  }

  /** The same task with the folders of this machine. */
  private static String task(CellWork work, WorkerFiles files, Path study) throws IOException {
    var node = (ObjectNode) JSON.readTree(work.task());
    node.put("study", study.toString());
    if (!work.data().isEmpty()) {
      node.put("data", files.installed(work.data()).toString());
    }
    return node.toString();
  }

  private Optional<String> follow(
      WorkerProcess process, CellWork work, WorkerFiles files, Snapshots snapshots)
      throws IOException, InterruptedException {
    var end = Optional.<String>empty();
    long looked = System.nanoTime();
    while (!process.isOver()) {
      end = process.line(POLL_MILLIS).flatMap(this::told).or(keep(end));
      if (System.nanoTime() - looked > LOOK_NANOS) {
        looked = System.nanoTime();
        snapshots.keepNewest();
        if (TaskContext.get().isInterrupted() || files.folder().has(work.stop())) {
          process.askToEnd();
        }
      }
    }
    return end;
  }

  private static java.util.function.Supplier<Optional<String>> keep(Optional<String> end) {
    return () -> end;
  }

  /** Notes steps; gives the line that says how the cell ended. */
  private Optional<String> told(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      var node = JSON.readTree(line);
      return switch (node.path("event").asText()) {
        case "step" -> {
          step.add(node.path("step").asLong() - step.sum());
          of.add(node.path("of").asLong() - of.sum());
          yield Optional.empty();
        }
        case "", "started" -> Optional.empty();
        // Whatever else is told is an end.
        default -> Optional.of(line);
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** An event of a cell, as its processes tell it. */
  public static ObjectNode event(String kind, String cell) {
    return JSON.createObjectNode().put("event", kind).put("cell", cell);
  }

  private static String lastLine(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
  }
}
