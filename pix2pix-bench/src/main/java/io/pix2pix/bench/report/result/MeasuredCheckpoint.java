package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunProgress;
import java.util.Optional;

/**
 * Which checkpoint of a run was measured.
 *
 * @param step of it
 * @param last step that the run has taken
 * @param newest whether it is that of the last step
 * @param best whether it is the one that did best on validation pairs
 */
record MeasuredCheckpoint(long step, long last, boolean newest, boolean best) {

  /** None where a run was not measured. */
  static Optional<MeasuredCheckpoint> of(ReportedRun run) {
    return run.evaluation().flatMap(found -> of(run, found.key().step()));
  }

  private static Optional<MeasuredCheckpoint> of(ReportedRun run, long step) {
    return run.provenance()
        .map(
            provenance -> {
              long last = provenance.progress().steps();
              boolean imported = provenance.progress().state() == RunProgress.State.IMPORTED;
              return new MeasuredCheckpoint(
                  step, last, imported || step == last, isBest(run, provenance, step));
            });
  }

  private static boolean isBest(ReportedRun run, Provenance provenance, long step) {
    try {
      var best = new Checkpoints(run.folder().checkpoints(), 1, provenance.identity()).best();
      best.ifPresent(checkpoint -> checkpoint.tensors().close());
      return best.filter(checkpoint -> checkpoint.step() == step).isPresent();
    } catch (InvalidInputException e) {
      return false; // who read the run has told of it
    }
  }

  /** For example {@code step 4000 (newest)}. */
  String words() {
    if (newest) {
      return "step " + step + (best ? " (newest and best)" : " (newest)");
    }
    return "step "
        + step
        + (best ? " (best on val" : " (earlier")
        + "; the newest is "
        + last
        + ")";
  }

  /**
   * What is to be said where not all runs were measured at their newest checkpoint, nor all at
   * their best: a checkpoint that was picked has an advantage, an early one the opposite.
   */
  static ImmutableList<String> remarks(ImmutableList<ReportedRun> runs) {
    var all = runs.stream().flatMap(run -> of(run).stream()).collect(toImmutableList());
    if (all.stream().allMatch(MeasuredCheckpoint::newest)
        || all.stream().allMatch(MeasuredCheckpoint::best)) {
      return ImmutableList.of();
    }
    return runs.stream()
        .flatMap(run -> of(run).filter(one -> !one.newest()).map(one -> remark(run, one)).stream())
        .collect(toImmutableList());
  }

  private static String remark(ReportedRun run, MeasuredCheckpoint measured) {
    return run.folder().name()
        + ": measured at "
        + measured.words()
        + ", others otherwise: values do not compare, and nothing is bold; evaluate its newest";
  }
}
