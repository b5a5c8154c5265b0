package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.metric.StatisticsOfImages;

/**
 * For generators that make label maps (paper, table 6): per-pixel accuracy, per-class accuracy and
 * class IoU over the whole set. The class of a pixel is that of the nearest color of the palette,
 * in the generated image and in the target.
 *
 * @param palette a file; {@code data} for {@code palette.csv} of the data folder
 * @param ignore classes whose pixels are not counted
 * @param absent how a class counts that no target shows
 */
public record LabelAccuracy(
    @Setting(
            value = Labels.OWN,
            meaning = "file of classes and colors; data: palette.csv of the data folder")
        String palette,
    @Setting(value = "[void]", meaning = "classes whose pixels are not counted")
        ImmutableList<String> ignore,
    @Setting(
            value = "skipped",
            meaning = "a class that no target shows is left out of means, or counts zero")
        AbsentClasses absent)
    implements Metric {
  private static final String NAME = "label-accuracy";

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    var labels = Labels.of(NAME, palette, ignore, context);
    labels.requireSide(NAME, false, FcnScore.NAME, context);
    return new StatisticsOfImages(Scores.names(NAME), image -> counts(labels, image));
  }

  private static double[] counts(Labels labels, EvaluatedImage image) {
    int classes = labels.scored();
    var counts = new double[classes * classes];
    new ConfusionMatrix(classes, counts, 0)
        .add(labels.read(image.target(), image.mask()), labels.guess(image.generated()));
    return counts;
  }

  @Override
  public MetricFunction function() {
    return (statistics, counts) ->
        ConfusionMatrix.of(statistics.sum(counts), 1).get(0).scores(absent);
  }
}
