package io.pix2pix.spark;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.execution.CellTask;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Cells that are done elsewhere: tells of them what a cell tells that is done here. */
final class SentCells {
  private final ImmutableMap<String, CellTask> tasks;
  private final CellEvent.Listener listener;
  private final Set<String> underWay = new LinkedHashSet<>();

  SentCells(ImmutableList<CellTask> tasks, CellEvent.Listener listener) {
    this.tasks = Maps.uniqueIndex(tasks, CellTask::cell);
    this.listener = listener;
  }

  /** Something happened to a cell; at its end its run is here. */
  void onEvent(String json) {
    CellEvent.parse(json).filter(event -> tasks.containsKey(event.cell())).ifPresent(this::tell);
  }

  private void tell(CellEvent event) {
    if (event.kind() == CellEvent.Kind.STARTED || underWay.add(event.cell())) {
      underWay.add(event.cell());
      listener.onEvent(CellEvent.started(event.cell()));
    }
    if (event.kind().isEnd()) {
      underWay.remove(event.cell());
      listener.onEvent(athome(event));
    } else if (event.kind() == CellEvent.Kind.STEP) {
      listener.onEvent(event);
    }
  }

  private CellEvent athome(CellEvent end) {
    var task = tasks.get(end.cell());
    try {
      return task == null ? end : athome(end, task);
    } catch (InvalidInputException e) {
      return CellEvent.failed(end.cell(), String.valueOf(e.getMessage()));
    }
  }

  /** The run says where its data lies here, not on the worker. */
  private static CellEvent athome(CellEvent end, CellTask task) {
    var run = new RunFolder(new StudyFolder(task.study()).cells().resolve(task.cell()));
    if (Files.exists(run.provenance())) {
      Provenance.read(run).at(task.data().map(Path::toString), Commit.of(Path.of(""))).write(run);
    }
    return end;
  }

  /** Cells of which the driver told no end. */
  void endThoseThatAreLost() {
    underWay.forEach(
        cell ->
            listener.onEvent(
                CellEvent.lost(cell, "the driver was lost; the same command resumes the cell")));
    underWay.clear();
  }
}
