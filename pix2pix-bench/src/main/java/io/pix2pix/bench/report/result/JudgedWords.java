package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static io.pix2pix.bench.evaluation.EvaluationKey.word;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.perception.KeptAnswers;
import io.pix2pix.bench.perception.Participant;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what the participants of a perceptual study were shown. */
record JudgedWords(ReportSource source, KeptAnswers answers) {
  /** Ends what is kept of a run that was judged; then comes the moment. */
  private static final String BEGUN = ", begun ";

  /** The protocol; then what was judged otherwise than it was measured, or is not in the report. */
  ImmutableList<String> all() {
    var judged =
        answers.participants().stream().map(Participant::algorithm).distinct().sorted().toList();
    return Stream.concat(
            Stream.of(protocol()), judged.stream().flatMap(run -> remark(run).stream()))
        .collect(toImmutableList());
  }

  private String protocol() {
    return "Split %s; %s trials of each participant after %s for practice; real images of %s inputs%s."
        .formatted(
            setting("split").replaceAll(" \\(.*", ""),
            setting("trials"),
            setting("practice trials"),
            setting("inputs").equals("SAME") ? "the same" : "other",
            setting("repeat").equals("true") ? "; images were shown several times" : "");
  }

  private String setting(String name) {
    return answers.settings().getOrDefault(name, "–");
  }

  private Optional<String> remark(String name) {
    var run =
        source.cells().stream()
            .flatMap(cell -> cell.runs().stream())
            .filter(one -> one.folder().name().equals(name) && isJudged(one))
            .findFirst();
    if (run.isEmpty()) {
      return Optional.of(name + ": is not among the runs of this report");
    }
    return run.get()
        .evaluation()
        .map(found -> way(found.key()))
        .filter(way -> !answers.judged(name).isEmpty())
        .filter(way -> !(answers.judged(name) + ",").startsWith(way + ","))
        .map(way -> "%s: was judged at %s, but measured at %s".formatted(name, at(name), way));
  }

  /**
   * Whether a run of the report is the one that was judged under its name, and not another that
   * took its place, or lies elsewhere.
   */
  boolean isJudged(ReportedRun run) {
    var judged = answers.judged(run.folder().name());
    return !judged.contains(BEGUN)
        || run.provenance()
            .map(found -> judged.endsWith(BEGUN + found.progress().started()))
            .orElse(true);
  }

  private static String way(EvaluationKey key) {
    return "step %d, weights %s, statistics %s, noise %s"
        .formatted(key.step(), word(key.weights()), word(key.statistics()), word(key.noise()));
  }

  private String at(String name) {
    return answers.judged(name).replaceAll(", seed .*", "");
  }
}
