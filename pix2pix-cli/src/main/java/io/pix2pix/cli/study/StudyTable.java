package io.pix2pix.cli.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.StudyEstimate.CellEstimate;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.pruning.PruningForecast;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.Durations;
import io.pix2pix.cli.console.WallTime;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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

  void print(Console console, ImmutableList<CellEstimate> runs) {
    console.say("\n" + plan.title() + "\n");
    runs.stream()
        .collect(groupingBy(run -> run.cell().name(), LinkedHashMap::new, toImmutableList()))
        .values()
        .forEach(seeds -> cell(console, seeds));
    console.say("");
    console.say(total(runs));
    pruning(runs).ifPresent(console::say);
    console.say("Measured: " + String.join(", ", metrics()));
  }

  /** One cell: its seeds have equal steps. */
  private void cell(Console console, ImmutableList<CellEstimate> seeds) {
    var one = seeds.get(0);
    console.say(
        String.format(
            "  %-" + width() + "s  %s a step%s%s",
            one.cell().title(),
            Durations.precise(one.step()),
            one.measured() ? "" : " (not measured, the mean of others)",
            time(seeds).orElse("")));
    var changes = one.changes().stream().map(StudyTable::words).collect(Collectors.joining("; "));
    console.say("    " + (changes.isEmpty() ? "as the base" : changes));
  }

  private int width() {
    return plan.cells().stream().mapToInt(cell -> cell.title().length()).max().orElse(1);
  }

  private static Optional<String> time(ImmutableList<CellEstimate> seeds) {
    var one = seeds.get(0);
    var numbers = seeds.stream().map(run -> Long.toString(run.cell().seed())).toList();
    return one.time()
        .map(
            time ->
                String.format(
                    Locale.ROOT,
                    ", %,d steps: %s%s",
                    one.steps().orElseThrow(),
                    Durations.words(time),
                    seeds.size() == 1
                        ? " for seed " + numbers.get(0)
                        : " each for seeds "
                            + String.join(", ", numbers)
                            + ", "
                            + Durations.words(time.multipliedBy(seeds.size()))
                            + " in all"));
  }

  private static String words(ExperimentDifference change) {
    return change.key() + ": " + change.second();
  }

  /** What needs no settings said is told by its name. */
  private List<String> metrics() {
    return plan.metrics().keySet().stream()
        .map(metric -> metric.replaceAll("^\\{name: ([^,]+)}$", "$1"))
        .toList();
  }

  /** What pruning will leave of the steps. */
  private Optional<String> pruning(ImmutableList<CellEstimate> runs) {
    int configurations = (int) runs.stream().map(run -> run.cell().name()).distinct().count();
    int epochs = runs.get(0).cell().experiment().training().epochs();
    return plan.pruning()
        .map(
            pruning ->
                "Pruned by validation %s after %s %s of %d: about %d %% of the steps will be taken"
                    .formatted(
                        pruning.metric(),
                        pruning.rungs(epochs).size() == 1 ? "epoch" : "epochs",
                        Joiner.on(", ").join(pruning.rungs(epochs)),
                        epochs,
                        Math.round(
                            100 * new PruningForecast(pruning, configurations, epochs).share())));
  }

  private String total(ImmutableList<CellEstimate> runs) {
    var times = runs.stream().map(CellEstimate::time).flatMap(Optional::stream).toList();
    if (times.size() < runs.size()) {
      return runs.size() + " runs; name the data with --data for an estimate of their time";
    }
    var seconds = times.stream().map(time -> time.toMillis() / 1000.0).toList();
    var time = Duration.ofSeconds(Math.round(WallTime.of(List.of(), seconds, jobs)));
    return "%d runs, %s at once: about %s to train; measuring comes on top"
        .formatted(runs.size(), jobs, Durations.words(time));
  }
}
