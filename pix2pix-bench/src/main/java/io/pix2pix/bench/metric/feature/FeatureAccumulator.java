package io.pix2pix.bench.metric.feature;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricName;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the features of generated images, and those of targets.
 *
 * @param name of the distance between both
 * @param model gives features
 */
record FeatureAccumulator(MetricName name, FeatureModel model) implements MetricAccumulator {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureAccumulator.class);

  /**
   * Opens an accumulator for the images of a context.
   *
   * @param enough images for a value to be trusted; where there are fewer, a warning says so
   * @param warning what to do then
   * @throws InvalidInputException if there is only one image, or the model does not take them
   */
  static FeatureAccumulator open(
      MetricName name, FeatureModel model, EvaluationContext context, int enough, String warning) {
    int images = context.measured().size();
    try {
      if (images < 2) {
        throw new InvalidInputException(name.name() + ": wants two images at least; leave it out");
      }
      model.requireTakes(context);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
    if (images < enough) {
      LOG.warn("{}: {} images are few: {}", name.name(), images, warning);
    }
    return new FeatureAccumulator(name, model);
  }

  @Override
  public ImmutableList<MetricName> names() {
    return ImmutableList.of(name);
  }

  @Override
  public ImmutableDoubleArray update(EvaluatedImage image) {
    var features = ImmutableDoubleArray.builder();
    for (var picture : List.of(image.generated(), image.target())) {
      for (float feature : model.features(picture, image.name())) {
        features.add(feature);
      }
    }
    return features.build();
  }

  @Override
  public void close() {
    model.close();
  }
}
