package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.train.run.RunPage;
import io.pix2pix.train.run.UpdateLock;
import io.pix2pix.train.translation.Translator;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;

/** Measures trained runs and stores the result in their folders: the only place that does. */
public final class RunEvaluation {
  private final Evaluation evaluation;

  @Inject
  RunEvaluation(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * The metrics that texts stand for.
   *
   * @param texts each a name, or a block of YAML such as {@code {name: fcn-score, size: 64}}; none
   *     for {@link Evaluation#QUICK}
   * @throws io.pix2pix.api.error.InvalidInputException if one is unknown, or a setting is not
   *     allowed
   */
  public ImmutableList<Metric> metrics(List<String> texts) {
    return evaluation.metrics(texts);
  }

  /**
   * Measures a run; the result goes into its metrics, its evaluations and its page.
   *
   * @param generator of the run
   * @param split as reports call it
   * @param metrics what is measured
   * @param around the pairs of the split, and where they come from
   * @throws io.pix2pix.api.error.InvalidInputException if the generator cannot take an image, a
   *     metric not measure the split, or the result cannot be written
   */
  public Stored evaluate(
      TrainedGenerator generator,
      String split,
      ImmutableList<Metric> metrics,
      EvaluationContext around) {
    try (var translator = generator.translator()) {
      return evaluate(generator, translator, split, metrics, around);
    }
  }

  /**
   * Does the same with a translator that is open already and stays open.
   *
   * @param translator of the generator
   */
  public Stored evaluate(
      TrainedGenerator generator,
      Translator translator,
      String split,
      ImmutableList<Metric> metrics,
      EvaluationContext around) {
    var result = evaluation.evaluate(translator, metrics, around);
    var key = generator.key(split, around.measured().size());
    var run = generator.run().folder();
    var files = new EvaluationFiles(run.evaluations());
    var images = UpdateLock.during(run.path(), () -> files.write(key, result));
    new MetricsFile(run.metrics()).add(key, result.values());
    RunPage.write(run);
    return new Stored(key, result, images);
  }

  /**
   * What was found, and where it lies.
   *
   * @param key what was measured
   * @param result the values
   * @param images the file with the values of each image
   */
  public record Stored(EvaluationKey key, EvaluationResult result, Path images) {}
}
