package io.pix2pix.cli.illustration;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.game.TrainingGraph;

/**
 * What losses make of a picture whose pixels follow them, and nothing else: once with a target that
 * stands still, and once with one that moves a little at every step, as a network sees it that
 * cannot know where exactly things are.
 *
 * @param still with a target that stands still
 * @param moving with a target that moves
 * @param picture start, both results, and the target, side by side
 */
public record Illustration(Outcome still, Outcome moving, Image picture) {
  /** How far the target moves, in each direction, as a share of its size. */
  private static final int SHARE = 32;

  /**
   * Trains the pixels of two canvases.
   *
   * @param experiment of which all counts but the generator
   * @param pair the condition and the target
   * @param begin the picture at first
   * @param steps of each canvas, at least 1
   * @param progress is told that a step was done
   * @throws InvalidInputException if the losses cannot be applied to the pair, or one is not finite
   */
  public static Illustration of(
      Experiment experiment, ImagePair pair, Start begin, int steps, Runnable progress) {
    var start = begin.of(pair.target());
    var canvas = experiment.withGenerator(new Canvas(start));
    int reach = Math.max(1, pair.target().height() / SHARE);
    var still = follow(canvas, new MovingPair(pair, 0), steps, progress);
    var moving = follow(canvas, new MovingPair(pair, reach), steps, progress);
    var picture = SideBySide.of(start, still.result(), moving.result(), pair.target());
    return new Illustration(still, moving, picture);
  }

  /**
   * What became of a canvas.
   *
   * @param first the generator's first loss before training, without its weight
   * @param last the same after it
   * @param result the canvas
   */
  public record Outcome(float first, float last, Image result) {}

  private static Outcome follow(Experiment canvas, MovingPair pair, int steps, Runnable progress) {
    try (var graph = open(canvas, PairShape.of(pair.pair()))) {
      int column = generatorColumn(graph);
      float first = 0;
      float last = 0;
      for (int step = 0; step < steps; step++) {
        try (var batch = pair.at(step)) {
          last = finite(graph.step(batch, step)[column], step);
        }
        first = step == 0 ? last : first;
        progress.run();
      }
      try (var model = graph.snapshot()) {
        return new Outcome(first, last, model.generate(pair.pair().condition(), 0));
      }
    }
  }

  private static TrainingGraph open(Experiment experiment, PairShape shape) {
    try {
      return TrainingGraph.open(experiment, shape);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
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
}
