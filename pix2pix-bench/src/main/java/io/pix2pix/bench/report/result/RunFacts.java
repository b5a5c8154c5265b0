package io.pix2pix.bench.report.result;

import static io.pix2pix.bench.evaluation.EvaluationKey.word;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.train.run.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Where a run comes from.
 *
 * @param run its name
 * @param facts by what they are of; empty where nothing is known
 */
public record RunFacts(String run, ImmutableMap<String, String> facts) {

  /** The facts of a run. */
  public static RunFacts of(ReportedRun run) {
    var state = run.problem().orElse("done");
    return new RunFacts(
        run.folder().name(),
        run.provenance()
            .map(found -> facts(run, state, found))
            .orElse(ImmutableMap.of("state", state)));
  }

  private static ImmutableMap<String, String> facts(
      ReportedRun run, String state, Provenance provenance) {
    var facts = ImmutableMap.<String, String>builder();
    facts.put("state", state);
    facts.put("seed", Long.toString(run.seed()));
    facts.put("steps", Long.toString(provenance.progress().steps()));
    facts.put("trained for", time(provenance.progress().seconds()));
    facts.put("begun", minute(provenance.progress().started()));
    facts.put("measured", measured(run));
    facts.put("data", data(provenance.data()));
    facts.put("versions", versions(provenance));
    facts.put("machine", machine(provenance));
    facts.put("commit", commit(provenance));
    return facts.buildOrThrow();
  }

  /** For example {@code split test at step 4000 (newest), trained weights, ...}. */
  private static String measured(ReportedRun run) {
    return run.evaluation()
        .map(
            found ->
                "split %s at %s, %s weights, %s statistics, noise %s"
                    .formatted(
                        found.key().split(),
                        MeasuredCheckpoint.of(run).map(MeasuredCheckpoint::words).orElse(""),
                        word(found.key().weights()),
                        word(found.key().statistics()),
                        word(found.key().noise())))
        .orElse("");
  }

  private static String data(Provenance.Data data) {
    var folder = data.folder().map(path -> path.replaceAll(".*[/\\\\]", "") + ", ").orElse("");
    var checksum = data.checksum();
    var of = checksum.of().equals(Coverage.FULL.words()) ? "" : " of " + checksum.of();
    return "%s%d pairs, checksum %s%s".formatted(folder, data.pairs(), checksum.value(), of);
  }

  private static String versions(Provenance provenance) {
    var software = provenance.software();
    return "pix2pix %s, TensorFlow %s, Java %s"
        .formatted(software.pix2pix(), software.tensorflow(), software.java());
  }

  private static String machine(Provenance provenance) {
    var machine = provenance.machine();
    return "%s, %d × %s"
        .formatted(
            machine.system(),
            machine.processors(),
            machine.processor().orElse(machine.architecture()));
  }

  private static String commit(Provenance provenance) {
    return provenance.commit().map(one -> one.hash() + (one.dirty() ? ", changed" : "")).orElse("");
  }

  /** For example {@code 1 h 02 min} or {@code 45 s}. */
  public static String time(double seconds) {
    var time = Duration.ofMillis(Math.round(seconds * 1000));
    if (time.toHours() > 0) {
      return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }

  private static String minute(Instant time) {
    return time.toString().replaceAll("T(\\d\\d:\\d\\d).*", " $1 UTC");
  }
}
