package io.pix2pix.bench.study;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import java.nio.file.Path;
import java.util.Optional;

/** Which pairs the networks of an experiment are shown while they train. */
final class TrainingShape {
  private static final ImageShape USUAL = new ImageShape(256, 256, 3);
  private static final ImageShape LARGE = new ImageShape(1 << 14, 1 << 14, 3);

  private TrainingShape() {}

  /**
   * The shape of the first pair after augmentation; where there is no data, that to which it is
   * resized and cut, else 256x256.
   */
  static PairShape of(Experiment experiment, Optional<Path> folder) {
    if (experiment.data().has(folder, "train")) {
      return augmented(experiment, experiment.data().open(folder, "train").shape(0));
    }
    var large = experiment.data().shapeOf(LARGE);
    var cut = augmented(experiment, large);
    boolean isUncut = cut.condition().height() == LARGE.height();
    return isUncut ? experiment.data().shapeOf(USUAL) : cut;
  }

  private static PairShape augmented(Experiment experiment, PairShape shape) {
    var result = shape;
    for (var step : experiment.augmentation()) {
      result = step.shapeOf(result);
    }
    return result;
  }
}
