package io.pix2pix.cli.illustration;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.game.TrainingGraph;
import java.util.function.IntConsumer;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * What losses make of a picture whose pixels follow them, and nothing else.
 *
 * @param first the generator's first loss before training, without its weight
 * @param last the same after it
 * @param picture start, result and target side by side
 */
public record Illustration(float first, float last, Image picture) {

  /**
   * Trains the pixels of a canvas.
   *
   * @param experiment of which all counts but the generator
   * @param pair the condition and the target
   * @param begin the picture at first
   * @param steps at least 1
   * @param progress is told of every step
   * @throws InvalidInputException if the losses cannot be applied to the pair, or one is not finite
   */
  public static Illustration of(
      Experiment experiment, ImagePair pair, Start begin, int steps, IntConsumer progress) {
    var start = begin.of(pair.target());
    try (var graph = open(withCanvas(experiment, start), PairShape.of(pair));
        var batch = new Batch(tensor(pair.condition()), tensor(pair.target()))) {
      int column = generatorColumn(graph);
      float first = 0;
      float last = 0;
      for (int step = 0; step < steps; step++) {
        last = finite(graph.step(batch, step)[column], step);
        first = step == 0 ? last : first;
        progress.accept(step + 1);
      }
      var result = graph.translate(pair.condition());
      return new Illustration(first, last, SideBySide.of(start, result, pair.target()));
    }
  }

  private static TrainingGraph open(Experiment experiment, PairShape shape) {
    try {
      return TrainingGraph.open(experiment, shape);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Experiment withCanvas(Experiment experiment, Image start) {
    return new Experiment(
        experiment.name(),
        experiment.seed(),
        experiment.data(),
        experiment.augmentation(),
        new Canvas(start),
        experiment.discriminator(),
        experiment.losses(),
        experiment.training());
  }

  private static int generatorColumn(TrainingGraph graph) {
    int column = 0;
    while (!graph.columns().get(column).startsWith("generator.")) {
      column++;
    }
    return column;
  }

  private static float finite(float loss, int step) {
    if (!Float.isFinite(loss)) {
      throw new InvalidInputException(
          "step " + (step + 1) + ": the loss is " + loss + "; give it a smaller weight");
    }
    return loss;
  }

  private static TFloat32 tensor(Image image) {
    return TFloat32.tensorOf(
        Shape.of(1, image.height(), image.width(), image.channels()),
        DataBuffers.of(image.toArray(), true, false));
  }
}
