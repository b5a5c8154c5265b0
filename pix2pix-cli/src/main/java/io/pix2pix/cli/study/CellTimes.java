package io.pix2pix.cli.study;

import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.cli.console.WallTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * How long the cells of a study take, as far as those tell that have begun: cells that differ in
 * their seed alone are taken to last equally long, others as long as the mean.
 */
final class CellTimes {
  private final DoubleSupplier seconds;
  private final Map<Cell, CellCourse> underWay = new LinkedHashMap<>();
  private final Map<Cell, Double> wholes = new LinkedHashMap<>();
  private final List<Double> besides = new ArrayList<>();

  /**
   * @param seconds what time it is
   */
  CellTimes(DoubleSupplier seconds) {
    this.seconds = seconds;
  }

  void started(Cell cell) {
    underWay.put(cell, new CellCourse(seconds.getAsDouble()));
  }

  /** The first time, before the first step. */
  void stepped(Cell cell, long step, long of) {
    var course = underWay.get(cell);
    if (course != null) {
      course.reach(seconds.getAsDouble(), step, of);
    }
  }

  /**
   * A cell is over.
   *
   * @param done whether it was done to its end
   * @return the seconds since it was begun
   */
  double ended(Cell cell, boolean done) {
    var course = underWay.remove(cell);
    if (course == null) {
      return 0;
    }
    double now = seconds.getAsDouble();
    if (done && course.isKnown()) {
      besides.add(course.besides(now));
      wholes.put(cell, course.training() + course.besides(now));
    } else if (done && course.isWhole()) {
      wholes.put(cell, course.since(now));
    }
    return course.since(now);
  }

  /** How far each cell is that has begun, in percent. */
  List<Integer> percents() {
    return underWay.values().stream().map(CellCourse::percent).toList();
  }

  /**
   * The seconds until all is done; unknown before the first steps.
   *
   * @param waiting cells that have not begun
   * @param jobs cells at once
   */
  OptionalDouble left(List<Cell> waiting, int jobs) {
    var known = known();
    if (known.isEmpty()) {
      return OptionalDouble.empty();
    }
    var begun = underWay.keySet().stream().map(cell -> left(cell, known)).toList();
    var others = waiting.stream().map(cell -> whole(cell, known)).toList();
    return OptionalDouble.of(WallTime.of(begun, others, jobs));
  }

  /** What whole cells take: those that are done, and those whose pace tells. */
  private Map<Cell, Double> known() {
    var known = new LinkedHashMap<>(wholes);
    underWay.forEach(
        (cell, course) -> {
          if (course.isKnown()) {
            known.put(cell, course.training() + besides());
          }
        });
    return known;
  }

  private double left(Cell cell, Map<Cell, Double> known) {
    var course = underWay.getOrDefault(cell, new CellCourse(0));
    return course.isKnown() ? course.left() + besides() : whole(cell, known);
  }

  private static double whole(Cell cell, Map<Cell, Double> known) {
    var alike =
        known.entrySet().stream()
            .filter(other -> other.getKey().name().equals(cell.name()))
            .map(Map.Entry::getValue)
            .toList();
    return mean(alike.isEmpty() ? known.values() : alike);
  }

  private double besides() {
    return mean(besides);
  }

  private static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(0);
  }
}
