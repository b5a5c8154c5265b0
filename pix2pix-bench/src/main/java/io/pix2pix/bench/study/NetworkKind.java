package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.training.Training.Checkpointing;
import io.pix2pix.api.training.Training.Sampling;
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
