package io.pix2pix.bench.report;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.measure.Figure;
import io.pix2pix.train.weights.SafetensorsReader;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an evaluation kept of each image for one metric, and how its figures follow from it. */
final class KeptEvidence {
  private static final double ROUNDING = 1e-4;

  private final FigureRule rule;
  private final float[] values;
  private final int images;

  private KeptEvidence(FigureRule rule, float[] values, int images) {
    this.rule = rule;
    this.values = values;
    this.images = images;
  }

  /**
   * Reads it, if it was kept and gives the figures that were noted.
   *
   * @param metric its name
   * @param figures of the metric
   */
  static Optional<KeptEvidence> read(
      KeptEvaluation evaluation, String metric, List<Figure> figures) {
    var first = figures.get(0).quantity().name();
    if (Files.notExists(evaluation.evidence()) || evaluation.images().isEmpty()) {
      return Optional.empty();
    }
    try (var reader = SafetensorsReader.open(evaluation.evidence())) {
      return reader.names().contains(first)
          ? of(reader.floats(first), evaluation.images().size(), metric, figures)
          : Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.empty(); // a figure without evidence is shown, but not compared
    }
  }

  private static Optional<KeptEvidence> of(
      float[] values, int images, String metric, List<Figure> figures) {
    if (values.length % images != 0) {
      return Optional.empty();
    }
    return FigureRule.candidates(metric, values.length / images, figures.size()).stream()
        .map(rule -> new KeptEvidence(rule, values, images))
        .filter(evidence -> evidence.gives(figures))
        .findFirst();
  }

  /** How many images there is evidence of. */
  int images() {
    return images;
  }

  /**
   * The figures of a drawn set.
   *
   * @param times how often each image is in it
   */
  double[] figures(int[] times) {
    return rule.figures(sum(times), Arrays.stream(times).sum());
  }

  /** The evidence of all images together. */
  ImmutableList<Double> sum() {
    var once = new int[images];
    Arrays.fill(once, 1);
    return Arrays.stream(sum(once)).boxed().collect(ImmutableList.toImmutableList());
  }

  private double[] sum(int[] times) {
    int numbers = values.length / images;
    var sum = new double[numbers];
    for (int image = 0; image < images; image++) {
      for (int i = 0; times[image] > 0 && i < numbers; i++) {
        sum[i] += (double) times[image] * values[image * numbers + i];
      }
    }
    return sum;
  }

  private boolean gives(List<Figure> figures) {
    var once = new int[images];
    Arrays.fill(once, 1);
    var found = figures(once);
    boolean same = found.length == figures.size();
    for (int i = 0; same && i < found.length; i++) {
      double noted = figures.get(i).value();
      double distance = Math.abs(found[i] - noted);
      same =
          Double.isNaN(noted)
              ? Double.isNaN(found[i])
              : distance <= ROUNDING * Math.max(1, Math.abs(noted));
    }
    return same;
  }
}
