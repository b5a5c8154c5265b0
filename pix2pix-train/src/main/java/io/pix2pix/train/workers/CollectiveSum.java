package io.pix2pix.train.workers;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * TensorFlow's {@code CollectiveReduce}, which 1.1.0 has no method for, and its gradient, which it
 * has none of. Every sum has a key by which workers meet: all of them build the same sums in the
 * same order, and a process is one worker of one training, so that counting is enough.
 *
 * <p>Safe for use by several threads.
 */
final class CollectiveSum {
  private static final String OPERATION = "CollectiveReduce";
  private static final int GROUP = 1;
  private static final AtomicInteger KEYS = new AtomicInteger();

  static {
    TensorFlow.registerCustomGradient(OPERATION, CollectiveSum::gradient);
  }

  private CollectiveSum() {}

  /**
   * Adds a sum.
   *
   * @param workers how many take part
   * @param seconds after which a worker that does not come fails the others
   */
  static <T extends TNumber> Operand<T> of(Ops tf, Operand<T> x, int workers, double seconds) {
    var operation =
        tf.scope()
            .opBuilder(OPERATION, OPERATION)
            .addInput(x.asOutput())
            .setAttr("T", x.asOutput().dataType())
            .setAttr("group_size", workers)
            .setAttr("group_key", GROUP)
            .setAttr("instance_key", KEYS.incrementAndGet())
            .setAttr("merge_op", "Add")
            .setAttr("final_op", "Id")
            .setAttr("subdiv_offsets", new long[] {0})
            .setAttr("wait_for", new long[0])
            .setAttr("communication_hint", "auto")
            .setAttr("timeout_seconds", (float) seconds)
            .build();
    return operation.output(0);
  }

  /**
   * Every worker's {@code x} is in the sum of every worker, so its gradient is the sum of all their
   * gradients. What a training minimizes is the mean of the workers' losses, and each
   * differentiates its own: the mean of their gradients is the gradient of the mean.
   */
  private static List<Operand<?>> gradient(Ops tf, GraphOperation sum, List<Output<?>> gradients) {
    var attributes = sum.attributes();
    int workers = Math.toIntExact(attributes.getAttrInt("group_size"));
    double seconds = attributes.getAttrFloat("timeout_seconds");
    var ofSum = gradients.get(0).expect(TFloat32.class);
    return List.of(of(tf, ofSum, workers, seconds));
  }
}
