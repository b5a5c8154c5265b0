package io.pix2pix.cli.data;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.check.DataReport;
import io.pix2pix.train.translation.GeneratorSizes;
import java.util.Optional;

/** Whether the generator of an experiment takes the pairs of training at their size. */
final class GeneratorSizeProblem {
  private GeneratorSizeProblem() {}

  static Optional<String> of(Experiment experiment, DataReport report) {
    var train = report.splits().stream().filter(split -> split.name().equals("train")).findFirst();
    try {
      train
          .flatMap(split -> split.shapes().keySet().stream().findFirst())
          .ifPresent(size -> check(experiment, size));
      return Optional.empty();
    } catch (InvalidInputException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static void check(Experiment experiment, String widthByHeight) {
    var numbers = widthByHeight.split("x", 2);
    var read = new ImageShape(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]), 3);
    var pair = new PairShape(read, read);
    for (var change : experiment.augmentation()) {
      pair = change.shapeOf(pair);
    }
    GeneratorSizes.check(experiment.generator(), pair.condition(), "generator");
  }
}
