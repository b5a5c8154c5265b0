package io.pix2pix.bench.study;

import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.game.TrainingGraph;
import java.time.Duration;
import java.util.Random;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Measures how long a step takes. */
final class StepTime {
  private static final int MOST_STEPS = 20;
  private static final Duration ENOUGH = Duration.ofSeconds(2);

  private StepTime() {}

  /** The mean of a few steps on random images, after one that warms up. */
  static Duration of(NetworkKind kind) {
    int pairs = kind.experiment().training().batchSize();
    try (var graph = TrainingGraph.open(kind.experiment(), kind.shape());
        var batch =
            new Batch(
                images(pairs, kind.shape().condition()), images(pairs, kind.shape().target()))) {
      step(kind, graph, batch, 0);
      long begin = System.nanoTime();
      int steps = 0;
      while (steps < MOST_STEPS && System.nanoTime() - begin < ENOUGH.toNanos()) {
        step(kind, graph, batch, ++steps);
      }
      return Duration.ofNanos((System.nanoTime() - begin) / steps);
    }
  }

  private static void step(NetworkKind kind, TrainingGraph graph, Batch batch, long number) {
    for (int before = 0; before < kind.experiment().training().discriminatorSteps() - 1; before++) {
      graph.stepOfDiscriminator(batch, number, before, 1);
    }
    graph.step(batch, number);
  }

  private static TFloat32 images(int pairs, ImageShape shape) {
    var random = new Random(1);
    var values = new float[pairs * shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return TFloat32.tensorOf(
        Shape.of(pairs, shape.height(), shape.width(), shape.channels()), DataBuffers.of(values));
  }
}
