package io.pix2pix.bench.report;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.bench.metric.color.LabHistograms;
import io.pix2pix.bench.metric.color.LabHistograms.Axis;
import io.pix2pix.bench.metric.label.AbsentClasses;
import io.pix2pix.bench.metric.label.PixelCounts;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How the figures of a metric follow from the evidence that was kept of its images. An evaluation
 * keeps numbers, not the rule; a rule is believed only where it gives the figures that were noted.
 */
@FunctionalInterface
interface FigureRule {

  /**
   * The figures of some images.
   *
   * @param sum of their evidence, number by number
   * @param images how many
   */
  double[] figures(double[] sum, int images);

  /**
   * The rules that could have been applied.
   *
   * @param metric its name
   * @param numbers of evidence of each image
   * @param figures that the metric gives
   */
  static ImmutableList<FigureRule> candidates(String metric, int numbers, int figures) {
    return switch (metric) {
      case "lab-histogram" -> ImmutableList.of(lab(labWidth(numbers)));
      case "label-accuracy" -> labels(numbers, 1);
      case "fcn-score" -> labels(numbers, 2);
      case "kid", "fid", "sliced-wasserstein" -> ImmutableList.of();
      default -> numbers == figures ? ImmutableList.of(FigureRule::means) : ImmutableList.of();
    };
  }

  /** The width of the bins of so many counts: (100 + 220 + 220) / width + 3 for either image. */
  static double labWidth(int numbers) {
    return 540 / (numbers / 2.0 - 3);
  }

  private static double[] means(double[] sum, int images) {
    return Arrays.stream(sum).map(value -> value / images).toArray();
  }

  private static FigureRule lab(double width) {
    return (sum, images) -> {
      var histograms = new LabHistograms(width, ImmutableDoubleArray.copyOf(sum));
      return Arrays.stream(Axis.values()).mapToDouble(histograms::intersection).toArray();
    };
  }

  private static ImmutableList<FigureRule> labels(int numbers, int matrices) {
    int classes = (int) Math.round(Math.sqrt(numbers / (double) matrices));
    return classes * classes * matrices == numbers
        ? Arrays.stream(AbsentClasses.values())
            .map(absent -> labels(classes, matrices, absent))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private static FigureRule labels(int classes, int matrices, AbsentClasses absent) {
    return (sum, images) -> {
      var first = PixelCounts.scores(sum, 0, classes, absent);
      return matrices == 1
          ? first
          : DoubleStream.concat(
                  Arrays.stream(first),
                  Arrays.stream(PixelCounts.scores(sum, classes * classes, classes, absent)))
              .toArray();
    };
  }
}
