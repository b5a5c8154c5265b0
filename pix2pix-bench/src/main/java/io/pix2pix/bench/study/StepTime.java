package io.pix2pix.bench.study;

import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.TrainingSession;
import io.pix2pix.train.TrainingSession.BatchSource;
import java.time.Duration;
import java.util.Random;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Measures how long a step takes. */
final class StepTime {
  private static final int MOST_STEPS = 20;
  private static final Duration ENOUGH = Duration.ofSeconds(1);

  private StepTime() {}

  /** The mean of a few steps on random images, after one that warms up. */
  static Duration of(NetworkKind kind) {
    int pairs = kind.experiment().training().batchSize();
    try (var session = TrainingSession.open(kind.experiment(), kind.shape());
        var condition = images(pairs, kind.shape().condition());
        var target = images(pairs, kind.shape().target())) {
      BatchSource<RuntimeException> same = () -> new Batch(again(condition), again(target));
      session.step(same);
      long begin = System.nanoTime();
      int steps = 0;
      while (steps < MOST_STEPS && System.nanoTime() - begin < ENOUGH.toNanos()) {
        session.step(same);
        steps++;
      }
      return Duration.ofNanos((System.nanoTime() - begin) / steps);
    }
  }

  private static TFloat32 again(TFloat32 images) {
    return TFloat32.tensorOf(images.shape(), images::copyTo);
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
