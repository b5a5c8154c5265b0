package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.TrainingShape;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.training.Training.Checkpointing;
import io.pix2pix.api.training.Training.Sampling;
import io.pix2pix.api.training.Validation;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.translation.GeneratorSizes;
import java.util.HashSet;

/** Finds cells that could not be trained, before any is. */
final class CellCheck {
  private CellCheck() {}

  /**
   * Builds the graph of every kind of cell.
   *
   * @param data where it lies; without it, sizes follow from the augmentation
   * @throws InvalidInputException if the networks of a cell cannot be built or cannot take its
   *     images
   */
  static void all(StudyPlan plan, DataSource data) {
    var seen = new HashSet<NetworkKind>();
    for (var cell : plan.cells()) {
      var kind = kind(cell, data);
      if (seen.add(kind)) {
        built(cell, () -> TrainingGraph.check(kind.experiment(), kind.shape()));
      }
    }
  }

  /**
   * The kind of a cell.
   *
   * @throws InvalidInputException if its generator cannot take its images
   */
  static NetworkKind kind(Cell cell, DataSource data) {
    var shape = shape(cell.experiment(), data);
    var where = "cell " + cell.title() + ": training images";
    GeneratorSizes.check(cell.experiment().generator(), shape.condition(), where);
    return NetworkKind.of(cell.experiment(), shape);
  }

  private static PairShape shape(Experiment experiment, DataSource source) {
    var data = source.open(experiment.data());
    return data.has("train")
        ? data.trainingShape(experiment.augmentation())
        : TrainingShape.withoutData(experiment.data(), experiment.augmentation());
  }

  /**
   * Builds networks.
   *
   * @throws InvalidInputException if they cannot be built; the message names the cell
   */
  static void built(Cell cell, Runnable build) {
    try {
      build.run();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidInputException("cell " + cell.title() + ": " + e.getMessage(), e);
    }
  }

  /**
   * What the graph of a cell follows from: cells of one kind have equal graphs, and steps that take
   * equally long.
   *
   * @param experiment without what does not change the graph
   * @param shape of the pairs
   */
  record NetworkKind(Experiment experiment, PairShape shape) {

    static NetworkKind of(Experiment experiment, PairShape shape) {
      var same =
          experiment
              .training()
              .withEpochs(1)
              .withCheckpoints(Checkpointing.standard())
              .withSamples(Sampling.standard())
              .withValidation(Validation.none());
      var unnamed = experiment.withName("kind").withSeed(1).withAugmentation(ImmutableList.of());
      return new NetworkKind(unnamed.withTraining(same), shape);
    }
  }
}
