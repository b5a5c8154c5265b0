package io.pix2pix.bench.study;

import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.bench.study.CellCheck.NetworkKind;
import io.pix2pix.train.TrainingSession;
import io.pix2pix.train.TrainingSession.BatchSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * How long a step of each kind of cell takes: measured as long as the time for it lasts, so that a
 * study of many kinds is told soon, too. A kind that is left is taken to be as slow as the mean of
 * those that were measured.
 *
 * @param <K> a kind
 */
final class StepTimes<K> {
  private static final int MOST_STEPS = 20;
  private static final Duration ENOUGH = Duration.ofSeconds(1);

  private final Function<K, Duration> measure;
  private final Supplier<Duration> elapsed;
  private final Duration allowed;
  private final Map<K, Duration> measured = new HashMap<>();

  /**
   * @param measure takes some seconds
   * @param elapsed how long all of this has taken by now
   * @param allowed after which no measurement is begun; the first one is in any case
   */
  StepTimes(Function<K, Duration> measure, Supplier<Duration> elapsed, Duration allowed) {
    this.measure = measure;
    this.elapsed = elapsed;
    this.allowed = allowed;
  }

  /** Measures a kind, unless that was done or the time for it is over. */
  void measure(K kind) {
    if (measured.isEmpty() || elapsed.get().compareTo(allowed) <= 0) {
      measured.computeIfAbsent(kind, measure);
    }
  }

  /** Whether a kind was measured. */
  boolean isMeasured(K kind) {
    return measured.containsKey(kind);
  }

  /**
   * The time of a step.
   *
   * @throws ArithmeticException if nothing was measured
   */
  Duration of(K kind) {
    var sum = measured.values().stream().reduce(Duration.ZERO, Duration::plus);
    return measured.getOrDefault(kind, sum.dividedBy(measured.size()));
  }

  /** The mean of a few steps on random images, after one that warms up. */
  static Duration measured(NetworkKind kind) {
    int pairs = kind.experiment().training().batchSize();
    try (var session = TrainingSession.open(kind.experiment(), kind.shape());
        var condition = images(pairs, kind.shape().condition());
        var target = images(pairs, kind.shape().target())) {
      BatchSource<RuntimeException> same =
          () -> new Batch(again(condition), again(target), mask(kind, target));
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

  /** All pixels count, where the data has masks: the time is the same. */
  private static Optional<TFloat32> mask(NetworkKind kind, TFloat32 target) {
    var size = target.shape();
    return kind.experiment().data().masked()
        ? Optional.of(
            TFloat32.tensorOf(
                Shape.of(size.get(0), size.get(1), size.get(2), 1),
                mask -> mask.scalars().forEach(pixel -> pixel.setFloat(1))))
        : Optional.empty();
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
