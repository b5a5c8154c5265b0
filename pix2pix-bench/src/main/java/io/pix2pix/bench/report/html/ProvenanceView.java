package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.RunFacts;
import java.util.List;

/**
 * Where all runs come from. What is the same of all of them is said once, so that what is not is
 * seen.
 *
 * @param common facts that hold for every run of which something is known
 * @param heads of the columns
 * @param runs a line each
 */
record ProvenanceView(
    ImmutableList<Fact> common, ImmutableList<String> heads, ImmutableList<Line> runs) {
  private static final ImmutableList<String> OF_EACH =
      ImmutableList.of("state", "seed", "trained for", "begun");
  private static final ImmutableList<String> OFTEN_EQUAL =
      ImmutableList.of("measured", "steps", "data", "versions", "machine", "commit");

  static ProvenanceView of(ReportSource source) {
    var runs =
        source.cells().stream()
            .flatMap(cell -> cell.runs().stream().map(RunFacts::of))
            .collect(toImmutableList());
    var common =
        OFTEN_EQUAL.stream()
            .filter(name -> values(runs, name).size() == 1)
            .map(name -> new Fact(name, values(runs, name).get(0)))
            .collect(toImmutableList());
    var heads =
        ImmutableList.<String>builder()
            .addAll(OF_EACH)
            .addAll(OFTEN_EQUAL.stream().filter(name -> values(runs, name).size() > 1).toList())
            .build();
    return new ProvenanceView(
        common, heads, runs.stream().map(run -> line(run, heads)).collect(toImmutableList()));
  }

  /** The different values of a fact, where it is known. */
  private static List<String> values(List<RunFacts> runs, String name) {
    return runs.stream()
        .map(run -> run.facts().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  private static Line line(RunFacts run, List<String> heads) {
    return new Line(
        run.run(),
        heads.stream().map(name -> run.facts().getOrDefault(name, "–")).collect(toImmutableList()));
  }

  record Fact(String name, String value) {}

  record Line(String run, ImmutableList<String> facts) {}
}
