package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.StudyEstimate.CellEstimate;
import io.pix2pix.bench.study.StudyPlan;
import io.pix2pix.train.experiment.ExperimentDifference;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints what a study would do.
 *
 * @param plan of the study
 * @param jobs cells at once
 */
record StudyTable(StudyPlan plan, int jobs) {

  void print(Console console, ImmutableList<CellEstimate> cells) {
    console.say("\n" + plan.title() + "\n");
    cells.forEach(cell -> print(console, cell));
    console.say("");
    console.say(total(cells));
    console.say("Measured: " + String.join(", ", plan.metrics().keySet()));
  }

  private static void print(Console console, CellEstimate estimate) {
    console.say(
        String.format(
            Locale.ROOT,
            "  %-32s %6.2f s a step%s",
            estimate.cell().run(),
            estimate.step().toMillis() / 1000.0,
            estimate.steps().map(steps -> words(steps, estimate)).orElse("")));
    var changes =
        estimate.changes().stream().map(StudyTable::words).collect(Collectors.joining("; "));
    console.say("    " + (changes.isEmpty() ? "as the base" : changes));
  }

  private static String words(long steps, CellEstimate estimate) {
    return String.format(
        Locale.ROOT,
        ", %,d steps: %s",
        steps,
        Durations.words(estimate.time().orElse(Duration.ZERO)));
  }

  private static String words(ExperimentDifference change) {
    return change.key() + ": " + change.second();
  }

  private String total(ImmutableList<CellEstimate> cells) {
    var times = cells.stream().map(CellEstimate::time).flatMap(Optional::stream).toList();
    if (times.size() < cells.size()) {
      return cells.size() + " cells; name the data with --data for an estimate of their time";
    }
    var sum = times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(jobs);
    return "%d cells, %s at once: about %s to train; measuring comes on top"
        .formatted(cells.size(), jobs, Durations.words(sum));
  }
}
