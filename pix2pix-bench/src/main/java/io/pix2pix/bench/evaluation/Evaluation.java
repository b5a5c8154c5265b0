package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.network.Generator;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.measure.MetricAccumulators;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.Translator;
import jakarta.inject.Inject;
import java.util.List;

/** Translates every pair of a split and measures the results. */
public final class Evaluation {
  /** What is measured where nobody says: what takes no more time than to translate. */
  public static final ImmutableList<String> QUICK =
      ImmutableList.of("l1", "psnr", "ssim", "lab-histogram", "sharpness");

  private final PluginReader reader;
  private final ExperimentWriter writer;

  @Inject
  Evaluation(PluginReader reader, ExperimentWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * The metrics that texts stand for.
   *
   * @param texts each a name, or a block of YAML such as {@code {name: fcn-score, size: 64}}; none
   *     for {@link #QUICK}
   * @throws io.pix2pix.api.error.InvalidInputException if one is unknown, or a setting is not
   *     allowed
   */
  public ImmutableList<Metric> metrics(List<String> texts) {
    return (texts.isEmpty() ? QUICK : texts)
        .stream()
            .map(text -> reader.read(Metric.class, text, "--metric " + text))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Finds out what {@link #evaluate} would refuse, before the generator is trained.
   *
   * @param generator whose images are to be measured
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot take an image, or a metric not
   *     measure the split
   */
  public static void check(
      Generator generator, ImmutableList<Metric> metrics, EvaluationContext around) {
    GeneratorSizes.check(generator, around.measured());
    MetricAccumulators.check(metrics, around);
  }

  /**
   * Measures a split. Sizes, and what metrics want, are checked before the first translation.
   *
   * @param translator as it is to be judged
   * @param metrics what is measured
   * @param around the split, and where it comes from
   * @throws io.pix2pix.api.error.InvalidInputException if the generator cannot take an image, or a
   *     metric not measure the split
   */
  public EvaluationResult evaluate(
      Translator translator, ImmutableList<Metric> metrics, EvaluationContext around) {
    var pairs = around.measured();
    for (int i = 0; i < pairs.size(); i++) {
      translator.check(pairs.shape(i).condition(), pairs.name(i));
    }
    try (var accumulators = MetricAccumulators.open(metrics, around)) {
      try (var progress = around.work().begin("evaluate", pairs.size())) {
        var measured = accumulators.measure(translator::translate, pairs, progress);
        return EvaluationResult.of(measured, pairs, one -> writer.line(Metric.class, one.metric()));
      }
    }
  }
}
