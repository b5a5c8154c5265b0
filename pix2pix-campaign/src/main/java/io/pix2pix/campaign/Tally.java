package io.pix2pix.campaign;

import io.pix2pix.campaign.FaultCase.Judged;
import io.pix2pix.campaign.Verdict.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was tried, and what came of it, by kind. */
final class Tally {
  private final Map<String, Row> rows = new TreeMap<>();

  /** Counts a case. */
  void add(String kind, List<Judged> judged) {
    var row = rows.computeIfAbsent(kind, name -> new Row());
    row.cases++;
    judged.forEach(one -> row.outcomes.merge(one.verdict().outcome(), 1, Integer::sum));
  }

  /** How many cases were counted. */
  int cases() {
    return rows.values().stream().mapToInt(row -> row.cases).sum();
  }

  /** How many commands failed. */
  int failed() {
    return rows.values().stream().mapToInt(row -> row.count(Outcome.FAILED)).sum();
  }

  /** A table in Markdown. */
  String table() {
    var text =
        new StringBuilder("| kind | cases | commands | equal | a line | announced | failed |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    var sum = new Row();
    rows.forEach(
        (kind, row) -> {
          text.append(row.line(kind));
          sum.cases += row.cases;
          row.outcomes.forEach(
              (outcome, count) -> sum.outcomes.merge(outcome, count, Integer::sum));
        });
    return text.append(sum.line("all")).toString();
  }

  private static final class Row {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int cases;

    private int count(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }

    private String line(String kind) {
      int commands = outcomes.values().stream().mapToInt(Integer::intValue).sum();
      return "| %s | %d | %d | %d | %d | %d | %d |%n"
          .formatted(
              kind,
              cases,
              commands,
              count(Outcome.EQUAL),
              count(Outcome.REFUSED),
              count(Outcome.ANNOUNCED),
              count(Outcome.FAILED));
    }
  }
}
