package io.pix2pix.bench.metric.feature;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the features of generated images with those of targets; the two sets need not be pairs.
 *
 * @param quantity the distance
 * @param model gives features
 * @param distance of two sets {@code [n, d]} each
 */
record FeatureGauge(Quantity quantity, FeatureModel model, Distance distance) implements Gauge {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureGauge.class);

  /**
   * A gauge of the images of its surroundings.
   *
   * @param enough images for a figure to be trusted; where there are fewer, a warning says so
   * @param warning what to do then
   * @throws InvalidInputException if there is only one image, or the model does not take them
   */
  static FeatureGauge open(
      Quantity quantity,
      FeatureModel model,
      Surroundings surroundings,
      Distance distance,
      int enough,
      String warning) {
    int images = surroundings.measured().size();
    try {
      if (images < 2) {
        throw new InvalidInputException(
            quantity.name() + ": wants two images at least; leave it out");
      }
      model.requireTakes(surroundings);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
    if (images < enough) {
      LOG.warn("{}: {} images are few: {}", quantity.name(), images, warning);
    }
    return new FeatureGauge(quantity, model, distance);
  }

  @Override
  public ImmutableList<Quantity> quantities() {
    return ImmutableList.of(quantity);
  }

  @Override
  public ImmutableDoubleArray look(Specimen specimen) {
    var evidence = ImmutableDoubleArray.builder();
    for (var image : List.of(specimen.generated(), specimen.target())) {
      for (float feature : model.features(image, specimen.name())) {
        evidence.add(feature);
      }
    }
    return evidence.build();
  }

  @Override
  public double[] figures(List<ImmutableDoubleArray> evidence) {
    int d = evidence.get(0).length() / 2;
    var generated = evidence.stream().map(one -> one.subArray(0, d).toArray());
    var real = evidence.stream().map(one -> one.subArray(d, 2 * d).toArray());
    return new double[] {
      distance.of(generated.toArray(double[][]::new), real.toArray(double[][]::new), evidence)
    };
  }

  @Override
  public boolean judgesSingleImages() {
    return false;
  }

  @Override
  public int resamples() {
    return 100;
  }

  @Override
  public void close() {
    model.close();
  }

  /** A distance of two sets of features. */
  @FunctionalInterface
  interface Distance {
    /**
     * @param generated {@code [n, d]}
     * @param real {@code [n, d]}
     * @param origins of the rows: the same object where the same image was drawn twice
     */
    double of(double[][] generated, double[][] real, List<ImmutableDoubleArray> origins);
  }
}
