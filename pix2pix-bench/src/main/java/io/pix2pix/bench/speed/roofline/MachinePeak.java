package io.pix2pix.bench.speed.roofline;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Sessions;
import java.util.Collections;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** What this machine can do at most. */
final class MachinePeak {
  private static final int EDGE = 2048;
  private static final int FLOATS = 32 << 20;
  private static final int RUNS = 5;
  private static final double GIGA = 1e9;

  private MachinePeak() {}

  /** Multiply-accumulate operations a second of a product of two square matrices, in 10⁹. */
  static double arithmetic() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var shape = Shape.of(EDGE, EDGE);
      var x = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      var product = tf.linalg.matMul(x, x);
      try (var session = Sessions.open(graph);
          var ones = Timing.random(shape)) {
        double best =
            Collections.min(
                Timing.seconds(
                    RUNS, () -> session.runner().feed(x, ones).addTarget(product).run().close()));
        return Math.pow(EDGE, 3) / best / GIGA;
      }
    }
  }

  /** Bytes a second that copies on all cores read and write, in 10⁹. */
  static double bandwidth() {
    var parts =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(core -> new Copy(new float[FLOATS], new float[FLOATS]))
            .collect(ImmutableList.toImmutableList());
    double best =
        Collections.min(Timing.seconds(RUNS, () -> parts.parallelStream().forEach(Copy::run)));
    return 2.0 * Float.BYTES * FLOATS * parts.size() / best / GIGA;
  }

  /** Arrays that are compared by nobody. */
  private static final class Copy {
    private final float[] from;
    private final float[] to;

    Copy(float[] from, float[] to) {
      this.from = from;
      this.to = to;
    }

    void run() {
      System.arraycopy(from, 0, to, 0, from.length);
    }
  }
}
