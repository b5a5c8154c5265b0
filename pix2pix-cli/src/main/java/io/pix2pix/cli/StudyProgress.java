package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.Cell;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.StudyPlan;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a person how a study goes: a line now and then that says what is left, and when it will
 * end. Cells that have not begun are taken to last as long as those that have.
 */
final class StudyProgress implements CellListener {
  private static final Duration SELDOM = Duration.ofSeconds(30);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm");

  private final Console console;
  private final Interruption interruption;
  private final int jobs;
  private final int cells;
  private final Map<String, Pace> paces = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final Set<String> over = new HashSet<>();
  private ImmutableList<Cell> missing = ImmutableList.of();
  private long told = System.nanoTime();

  StudyProgress(Console console, StudyPlan plan, int jobs, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
    this.jobs = jobs;
    this.cells = plan.cells().size();
  }

  @Override
  public synchronized void planned(ImmutableList<Cell> toDo) {
    missing = toDo;
    console.say("%d of %d cells to go.".formatted(missing.size(), cells));
  }

  @Override
  public synchronized void started(Cell cell) {
    begun.add(cell.run());
    console.say("Begun: " + cell.run());
  }

  @Override
  public synchronized void stepped(Cell cell, long step, long of) {
    paces.computeIfAbsent(cell.run(), run -> new Pace(System.nanoTime(), step)).reach(step, of);
    if (System.nanoTime() - told > SELDOM.toNanos()) {
      told = System.nanoTime();
      console.say(line());
    }
  }

  @Override
  public synchronized void ended(Cell cell, Outcome outcome, Optional<String> reason) {
    over.add(cell.run());
    var words =
        switch (outcome) {
          case DONE -> "Done: ";
          case STOPPED -> "Stopped: ";
          case FAILED -> "Failed: ";
        };
    console.say(words + cell.run() + reason.map(why -> ": " + why).orElse(""));
  }

  @Override
  public boolean wantsStop() {
    return interruption.wanted();
  }

  private String line() {
    var known = paces.values().stream().filter(Pace::isKnown).toList();
    double whole = known.stream().mapToDouble(Pace::whole).average().orElse(0);
    double left =
        paces.entrySet().stream()
            .filter(pace -> !over.contains(pace.getKey()) && pace.getValue().isKnown())
            .mapToDouble(pace -> pace.getValue().left())
            .sum();
    int untouched = missing.size() - begun.size();
    var time = Duration.ofSeconds(Math.round((left + untouched * whole) / jobs));
    return "%d of %d cells to go, about %s: until %s"
        .formatted(
            missing.size() - over.size(),
            cells,
            Durations.words(time),
            TIME.format(LocalDateTime.now(ZoneId.systemDefault()).plus(time)));
  }
}
