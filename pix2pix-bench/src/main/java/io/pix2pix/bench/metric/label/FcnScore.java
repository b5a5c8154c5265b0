package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.plugin.Setting;
import java.util.Arrays;

/**
 * FCN-score (paper, section 4.1, tables 1 to 3): whether a network that knows real photos sees in a
 * generated one what the label map asked for. Per-pixel accuracy, per-class accuracy and class IoU
 * over the whole set, and the same of the real photos: the ceiling.
 *
 * <p>The paper takes an FCN-8s that was trained on Cityscapes. Here a small U-Net is trained once
 * for each data set on its real training pairs, and kept; its values are comparable among runs on
 * that data set, never with the paper's tables. Photos and label maps are compared at the
 * segmenter's size.
 *
 * @param palette a file; {@code data} for {@code palette.csv} of the data folder
 * @param ignore classes whose pixels are not counted
 * @param absent how a class counts that no label map shows
 * @param size of the longer side of what the segmenter sees
 * @param steps of its training
 * @param filters of its first level
 */
public record FcnScore(
    @Setting(
            value = Labels.OWN,
            meaning = "file of classes and colors; data: palette.csv of the data folder")
        String palette,
    @Setting(value = "[void]", meaning = "classes whose pixels are not counted")
        ImmutableList<String> ignore,
    @Setting(
            value = "skipped",
            meaning = "a class that no label map shows is left out of means, or counts zero")
        AbsentClasses absent,
    @Setting(
            value = "128",
            min = 16,
            max = 512,
            meaning = "pixels of the longer side that the segmenter sees")
        int size,
    @Setting(value = "1500", min = 1, meaning = "steps of the segmenter's training, 8 pairs each")
        int steps,
    @Setting(value = "16", min = 1, meaning = "channels of the segmenter's first level")
        int filters)
    implements Metric {
  static final String NAME = "fcn-score";

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    var labels = labels(context);
    var plan = new SegmenterPlan(labels, size, steps, filters);
    return new SeenClasses(Segmenter.of(plan, context), labels);
  }

  @Override
  public MetricFunction function() {
    return new SeenScores(absent);
  }

  /** Everything but the training of the segmenter. */
  @Override
  public ImmutableList<MetricName> check(EvaluationContext context) {
    labels(context);
    return names();
  }

  private static ImmutableList<MetricName> names() {
    return ImmutableList.<MetricName>builder()
        .addAll(Scores.names(NAME))
        .addAll(Scores.ceiling(NAME))
        .build();
  }

  private Labels labels(EvaluationContext context) {
    var labels = Labels.of(NAME, palette, ignore, context);
    labels.requireSide(NAME, true, "label-accuracy", context);
    return labels;
  }

  private record SeenClasses(Segmenter segmenter, Labels labels) implements MetricAccumulator {
    @Override
    public ImmutableList<MetricName> names() {
      return FcnScore.names();
    }

    @Override
    public ImmutableDoubleArray update(EvaluatedImage image) {
      int classes = labels.scored();
      var counts = new double[2 * classes * classes];
      var truth =
          segmenter
              .size()
              .labels(labels.read(image.condition(), image.mask()), image.condition().shape());
      count(truth, image.generated(), counts, 0);
      count(truth, image.target(), counts, classes * classes);
      return ImmutableDoubleArray.copyOf(counts);
    }

    private void count(int[] truth, Image photo, double[] counts, int offset) {
      new ConfusionMatrix(labels.scored(), counts, offset).add(truth, segmenter.see(photo));
    }

    @Override
    public void close() {
      segmenter.close();
    }
  }

  private record SeenScores(AbsentClasses absent) implements MetricFunction {
    @Override
    public double[] compute(PerImageStatistics statistics, int[] counts) {
      return ConfusionMatrix.of(statistics.sum(counts), 2).stream()
          .flatMapToDouble(matrix -> Arrays.stream(matrix.scores(absent)))
          .toArray();
    }

    @Override
    public ImmutableMap<String, String> groundTruth() {
      return Streams.zip(
              Scores.ceiling(NAME).stream(), Scores.names(NAME).stream(), Maps::immutableEntry)
          .collect(
              ImmutableMap.toImmutableMap(
                  pair -> pair.getKey().name(), pair -> pair.getValue().name()));
    }
  }
}
