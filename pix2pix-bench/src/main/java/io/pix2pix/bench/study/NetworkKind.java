package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.training.Training;
import io.pix2pix.api.training.Validation;

/**
 * What the graph of a cell follows from: cells of one kind have equal graphs, and steps that take
 * equally long.
 *
 * @param experiment without what does not change the graph
 * @param shape of the pairs
 */
record NetworkKind(Experiment experiment, PairShape shape) {

  static NetworkKind of(Experiment experiment, PairShape shape) {
    var training = experiment.training();
    var same =
        new Training(
            1,
            training.batchSize(),
            training.optimizer(),
            training.schedule(),
            training.clipping(),
            training.update(),
            training.discriminatorRate(),
            training.discriminatorSteps(),
            training.pool(),
            training.average(),
            training.initializer(),
            1,
            1,
            1,
            Validation.none());
    return new NetworkKind(
        new Experiment(
            "kind",
            1,
            experiment.data(),
            ImmutableList.of(),
            experiment.generator(),
            experiment.discriminator(),
            experiment.losses(),
            same,
            experiment.networks()),
        shape);
  }
}
