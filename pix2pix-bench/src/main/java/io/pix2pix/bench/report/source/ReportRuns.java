package io.pix2pix.bench.report.source;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.training.Validation;
import io.pix2pix.bench.report.result.ReportedRun;
import io.pix2pix.bench.report.result.ReportedRun.EndedEarly;
import io.pix2pix.bench.report.result.StoredEvaluation;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.RunProgress.State;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads runs, finished or not. What is wrong with one is a warning and a mark in the report, not
 * its end.
 */
public record ReportRuns(StoredExperiments stored, StoredEvaluation.Reader evaluations) {
  private static final Logger LOG = LoggerFactory.getLogger(ReportRuns.class);
  private static final String UNKNOWN = "the page does not say what is the best on val";

  /**
   * Reads a run.
   *
   * @param seed that the study gives it
   * @param known why the study has no values of it, if it says so
   * @param measuredBy lines of YAML: the metrics that a study measured it by; may be empty
   * @param early what the study compared it by that ended it early, if it did
   */
  ReportedRun read(
      RunFolder folder,
      long seed,
      Optional<String> known,
      List<String> measuredBy,
      Optional<EndedEarly> early) {
    if (Files.notExists(folder.path())) {
      return without(folder, seed, known.orElse("not begun"));
    }
    Optional<Provenance> provenance = Optional.empty();
    Optional<Experiment> experiment = Optional.empty();
    try {
      provenance = Optional.of(stored.provenance(folder));
      experiment = Optional.of(stored.read(folder));
      var problem = known.or(unfinished(provenance.get()));
      var evaluation =
          problem.isPresent()
              ? Optional.<StoredEvaluation>empty()
              : evaluations.read(folder, measuredBy);
      if (evaluation.isPresent()) {
        checkBest(folder, experiment.get(), provenance.get());
      }
      return new ReportedRun(
          folder,
          seed,
          provenance,
          experiment,
          evaluation,
          problem.or(() -> evaluation.isPresent() ? Optional.empty() : Optional.of("not measured")),
          early);
    } catch (InvalidInputException e) {
      LOG.warn("{}; the report has a mark in place of the run's values", e.getMessage());
      return new ReportedRun(
          folder, seed, provenance, experiment, Optional.empty(), Optional.of(inside(folder, e)));
    }
  }

  /** Without the best checkpoint nobody knows whether what was measured is that one. */
  private static void checkBest(RunFolder folder, Experiment experiment, Provenance provenance) {
    boolean kept =
        !experiment.training().validation().best().equals(Validation.NONE)
            && Files.exists(folder.validation());
    if (!kept) {
      return;
    }
    try {
      var best = new Checkpoints(folder.checkpoints(), 1, provenance.identity()).best();
      best.ifPresentOrElse(
          checkpoint -> checkpoint.tensors().close(),
          () ->
              LOG.warn(
                  "{}: the checkpoint best.safetensors is missing; {}", folder.path(), UNKNOWN));
    } catch (InvalidInputException e) {
      LOG.warn("{}; {}", e.getMessage(), UNKNOWN);
    }
  }

  private static Supplier<Optional<String>> unfinished(Provenance provenance) {
    var progress = provenance.progress();
    boolean done = progress.state() == State.FINISHED || progress.state() == State.IMPORTED;
    return () ->
        done
            ? Optional.empty()
            : Optional.of("unfinished: step %d of %d".formatted(progress.steps(), progress.of()));
  }

  private static ReportedRun without(RunFolder folder, long seed, String problem) {
    return new ReportedRun(
        folder, seed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(problem));
  }

  /** The message without the way to the folder, which is not the same on every machine. */
  private static String inside(RunFolder folder, InvalidInputException failure) {
    var message = String.valueOf(failure.getMessage());
    return "half-written or damaged: " + message.replace(folder.path() + "/", "");
  }
}
