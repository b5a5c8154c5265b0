package io.pix2pix.bench.report;

import io.pix2pix.train.run.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Where a run comes from, as a row of a table. */
record RunFacts(
    String cell,
    String run,
    String state,
    String time,
    String data,
    String versions,
    String machine,
    String commit,
    String started) {

  static RunFacts of(ReportedCell cell, ReportedRun run) {
    var state = run.problem().orElse("done");
    return run.provenance()
        .map(found -> of(cell, run, state, found))
        .orElse(new RunFacts(cell.title(), run.folder().name(), state, "–", "", "", "", "", ""));
  }

  private static RunFacts of(
      ReportedCell cell, ReportedRun run, String state, Provenance provenance) {
    var software = provenance.software();
    var machine = provenance.machine();
    return new RunFacts(
        cell.title(),
        run.folder().name(),
        state,
        time(provenance.progress().seconds()),
        provenance.data().pairs() + " pairs, " + provenance.data().checksum(),
        "pix2pix %s, TensorFlow %s, Java %s"
            .formatted(software.pix2pix(), software.tensorflow(), software.java()),
        "%s, %d × %s"
            .formatted(
                machine.system(),
                machine.processors(),
                machine.processor().orElse(machine.architecture())),
        provenance.commit().map(one -> one.hash() + (one.dirty() ? ", changed" : "")).orElse("–"),
        minute(provenance.progress().started()));
  }

  /** For example {@code 1 h 02 min} or {@code 45 s}. */
  static String time(double seconds) {
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
