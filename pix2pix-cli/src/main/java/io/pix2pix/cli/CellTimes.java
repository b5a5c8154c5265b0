package io.pix2pix.cli;

import io.pix2pix.bench.study.Cell;
import java.util.ArrayList;
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
  private final Map<String, List<CellCourse>> known = new LinkedHashMap<>();
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

  void stepped(Cell cell, long step, long of) {
    var course = underWay.get(cell);
    if (course != null) {
      boolean before = course.isKnown();
      course.reach(seconds.getAsDouble(), step, of);
      if (course.isKnown() && !before) {
        known.computeIfAbsent(cell.name(), name -> new ArrayList<>()).add(course);
      }
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
    if (known.isEmpty()) {
      return OptionalDouble.empty();
    }
    var begun = underWay.entrySet().stream().map(this::left).toList();
    var others = waiting.stream().map(this::whole).toList();
    return OptionalDouble.of(WallTime.of(begun, others, jobs));
  }

  private double left(Map.Entry<Cell, CellCourse> begun) {
    var course = begun.getValue();
    return course.isKnown() ? course.left() + besides() : whole(begun.getKey());
  }

  private double whole(Cell cell) {
    var alike = known.getOrDefault(cell.name(), List.of());
    var courses = alike.isEmpty() ? known.values().stream().flatMap(List::stream).toList() : alike;
    return courses.stream().mapToDouble(CellCourse::training).average().orElse(0) + besides();
  }

  private double besides() {
    return besides.stream().mapToDouble(one -> one).average().orElse(0);
  }
}
