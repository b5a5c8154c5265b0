package io.pix2pix.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that the test moves. Cells: a with seeds 1 and 2, then b with seeds 1 and 2. */
class CellTimesTest {
  @TempDir Path folder;
  private double now;
  private final CellTimes times = new CellTimes(() -> now);
  private List<Cell> cells = List.of();

  @BeforeEach
  void readCells() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("study.yaml"),
            "{name: s, title: s, axes: {x: {a: {losses: [l1]}, b: {}}}, seeds: [1, 2], metrics: [l1]}");
    cells =
        Main.injector(getClass().getClassLoader())
            .getInstance(StudyReader.class)
            .read(file, false, List.of())
            .cells();
  }

  @Test
  void nothingIsKnownBeforeTheFirstSteps() {
    times.started(cells.get(0));
    times.stepped(cells.get(0), 0, 100);

    assertThat(times.left(cells.subList(1, 4), 1)).isEmpty();
  }

  /** 10 of 100 steps in 20 s: 180 s are left of it, and the three others take 200 s each. */
  @Test
  void cellsThatHaveNotBegunTakeAsLongAsThoseThatHave() {
    begin(0, 0, 10, 20);

    assertThat(times.left(cells.subList(1, 4), 1)).hasValue(180 + 3 * 200);
    assertThat(times.percents()).containsExactly(10);
  }

  /** 180 s and 90 s are left of two; the third cell starts after 90 s and takes 200 s or 100 s. */
  @Test
  void cellsAtOnceAreCountedSideBySide() {
    begin(0, 0, 10, 20);
    begin(2, 0, 10, 10);

    assertThat(times.left(List.of(cells.get(3)), 2)).hasValue(90 + 100);
    assertThat(times.left(List.of(), 2)).hasValue(180);
  }

  /** Half of the steps were done before: only those that we saw tell the pace. */
  @Test
  void aCellThatGoesOnIsMeasuredFromWhereItWentOn() {
    begin(0, 50, 60, 20);

    assertThat(times.left(List.of(cells.get(1)), 1)).hasValue(40 * 2 + 200);
  }

  /** 5 s before the training and 15 s after it: 20 s beside the training of 100 s. */
  @Test
  void whatCellsTakeBesideTheirTrainingCountsToo() {
    times.started(cells.get(0));
    now += 5;
    times.stepped(cells.get(0), 0, 100);
    times.stepped(cells.get(0), 0, 100);
    now += 100;
    times.stepped(cells.get(0), 100, 100);
    now += 15;

    assertThat(times.ended(cells.get(0), true)).isEqualTo(120);
    assertThat(times.left(List.of(cells.get(1)), 1)).hasValue(120);
  }

  /** The first of 11 steps takes 30 s, the ten others 2 s each: 89 are left. */
  @Test
  void theFirstStepDoesNotTellThePace() {
    times.started(cells.get(0));
    times.stepped(cells.get(0), 0, 100);
    now += 30;
    times.stepped(cells.get(0), 1, 100);
    now += 20;
    times.stepped(cells.get(0), 11, 100);

    assertThat(times.left(List.of(), 1)).hasValue(89 * 2);
  }

  /** So short a cell shows no pace; all of it took 7 s. */
  @Test
  void aCellThatIsOverAtOnceTellsByItsWholeTime() {
    times.started(cells.get(0));
    times.stepped(cells.get(0), 0, 100);
    now += 7;
    times.stepped(cells.get(0), 100, 100);
    times.ended(cells.get(0), true);

    assertThat(times.left(cells.subList(1, 4), 2)).hasValue(14);
  }

  private void begin(int cell, long done, long step, double seconds) {
    times.started(cells.get(cell));
    times.stepped(cells.get(cell), done, 100);
    times.stepped(cells.get(cell), done, 100);
    now += seconds;
    times.stepped(cells.get(cell), step, 100);
  }
}
