package io.pix2pix.cli.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.bench.evaluation.MetricsFile;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.Study;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.CellState.Pruned;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.Durations;
import io.pix2pix.cli.console.Interruption;
import io.pix2pix.cli.console.StatusLine;
import io.pix2pix.train.run.Arithmetic;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a person how a study goes: which cell begins and ends, with its time and what was found,
 * what is left, and when it will end.
 */
final class StudyProgress implements CellListener {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
  private static final double NANOS = 1e9;
  private static final int FIGURES = 2;

  private final StatusLine line;
  private final Study.Request order;
  private final Interruption interruption;
  private final CellTimes times = new CellTimes(() -> System.nanoTime() / NANOS);
  private final List<Cell> waiting = new ArrayList<>();
  private final Set<Cell> begun = new HashSet<>();
  private final Set<Cell> open = new LinkedHashSet<>();

  StudyProgress(Console console, Study.Request order, Interruption interruption) {
    this.line = new StatusLine(console);
    this.order = order;
    this.interruption = interruption;
  }

  @Override
  public synchronized void onPlan(ImmutableList<Cell> missing) {
    waiting.addAll(missing);
    open.addAll(missing);
    // Not before: what was checked has decided how many threads a session has.
    line.say(Arithmetic.current().sentence());
    takenOver(missing).ifPresent(line::say);
    line.say(status());
  }

  /** What was done before and stays. */
  private Optional<String> takenOver(ImmutableList<Cell> missing) {
    var open = ImmutableSet.copyOf(missing);
    var kept = order.plan().cells().stream().filter(cell -> !open.contains(cell)).toList();
    return missing.isEmpty() || kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Taken over: %s, which are %s; to do: %s"
                .formatted(
                    words(kept),
                    order.plan().pruning().isPresent() ? "done or pruned" : "done",
                    words(missing)));
  }

  private static String words(List<Cell> cells) {
    var seeds = cells.stream().map(Cell::seed).distinct().map(Object::toString).toList();
    return "%d %s of %s %s"
        .formatted(
            cells.size(),
            cells.size() == 1 ? "cell" : "cells",
            seeds.size() == 1 ? "seed" : "seeds",
            String.join(", ", seeds));
  }

  @Override
  public synchronized void onStart(Cell cell) {
    times.started(cell);
    waiting.remove(cell);
    line.say((begun.add(cell) ? "Begun: " : "Goes on: ") + cell.run());
  }

  @Override
  public synchronized void onStep(Cell cell, long step, long of) {
    times.stepped(cell, step, of);
    line.show(this::status);
  }

  @Override
  public synchronized void onPruned(Cell cell, Pruned why) {
    open.remove(cell);
    waiting.remove(cell);
    line.say("Pruned: " + cell.run() + ": " + why.words());
  }

  @Override
  public synchronized void onRevived(Cell cell) {
    line.say("To be compared once more: " + cell.run() + ", which was pruned before");
  }

  @Override
  public synchronized void onRetry(Cell cell, int retry, int of, String reason) {
    times.ended(cell, false);
    waiting.add(cell);
    line.say(
        "Lost: %s: %s; retry %d of %d, from its last checkpoint, comes after the others"
            .formatted(cell.run(), reason, retry, of));
  }

  @Override
  public synchronized void onEnd(Cell cell, Outcome outcome, Optional<String> reason) {
    var time = Duration.ofMillis(Math.round(1000 * times.ended(cell, outcome == Outcome.DONE)));
    var words =
        switch (outcome) {
          case DONE -> "Done: " + cell.run() + " in " + Durations.words(time) + values(cell);
          case STOPPED -> "Stopped: " + cell.run();
          case PAUSED -> "Waits to be compared: " + cell.run() + " after " + Durations.words(time);
          case FAILED -> "Failed: " + cell.run() + reason.map(why -> ": " + why).orElse("");
        };
    line.say(words);
    if (outcome == Outcome.PAUSED) {
      waiting.add(cell);
    } else if (outcome != Outcome.STOPPED) {
      open.remove(cell);
    }
    if (!open.isEmpty() && !wantsStop()) {
      line.showNow(status());
    }
  }

  @Override
  public boolean wantsStop() {
    return interruption.wanted();
  }

  private String values(Cell cell) {
    var file = new MetricsFile(order.folder().run(cell).metrics());
    return file.newest(FIGURES).entrySet().stream()
        .map(value -> String.format(Locale.ROOT, "%s %.3f", value.getKey(), value.getValue()))
        .collect(Collectors.joining(", ", ": ", ""));
  }

  private String status() {
    var now =
        times.percents().stream().map(percent -> percent + " %").collect(Collectors.joining(", "));
    return "%d of %d cells to go%s%s"
        .formatted(
            open.size(),
            order.plan().cells().size(),
            now.isEmpty() ? "" : ", at work: " + now,
            left());
  }

  private String left() {
    var seconds = times.left(waiting, order.executor().jobs());
    if (seconds.isEmpty() || open.isEmpty()) {
      return "";
    }
    var time = Duration.ofSeconds(Math.round(seconds.getAsDouble()));
    var end = LocalDateTime.now(ZoneId.systemDefault()).plus(time);
    return "; %sabout %s, until %s"
        .formatted(
            order.plan().pruning().isPresent() ? "at most " : "",
            Durations.words(time),
            TIME.format(end));
  }
}
