package io.pix2pix.bench.speed.roofline;

import io.pix2pix.bench.speed.measure.RoundValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Times something several times, after two times that do not count. */
final class Timing {
  private static final int WARM = 2;
  private static final double NANOS = 1e9;

  private Timing() {}

  static List<Double> seconds(int runs, Runnable work) {
    for (int i = 0; i < WARM; i++) {
      work.run();
    }
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      work.run();
      seconds.add((System.nanoTime() - start) / NANOS);
    }
    return seconds;
  }

  /** The median, for what other programs may disturb. */
  static double median(int runs, Runnable work) {
    return RoundValues.median(seconds(runs, work));
  }

  /** Noise in {@code [0, 1)}; the caller closes it. */
  static TFloat32 random(Shape shape) {
    var random = new Random(shape.size());
    var values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }
}
