package io.pix2pix.train.game;

import io.pix2pix.api.network.MachineMemory;
import io.pix2pix.api.network.Variables;
import org.tensorflow.Graph;
import org.tensorflow.op.Op;
import org.tensorflow.types.TInt64;

/**
 * How much memory a training is expected to take at most. {@code docs/trust.md} says how near that
 * is to what was measured.
 *
 * @param variables bytes of weights, statistics, and what optimizers keep of each weight
 * @param step bytes of what a step computes: feature maps, gradients
 */
public record MemoryEstimate(long variables, long step) {
  /** What Java and TensorFlow take for themselves, images that wait included; measured. */
  private static final long PROGRAM = 700L << 20;

  static MemoryEstimate of(Graph graph, Variables variables, Iterable<? extends Op> targets) {
    long bytes = 0;
    for (var variable : variables.all()) {
      bytes += variable.size() * (variable.type() == TInt64.class ? Long.BYTES : Float.BYTES);
    }
    return new MemoryEstimate(bytes, StepMemory.of(graph, targets));
  }

  /** All bytes of the process. */
  public long total() {
    return PROGRAM + variables + step;
  }

  /** For example {@code about 1.9 GB of memory (weights and optimizers 650 MB, a step 540 MB)}. */
  public String words() {
    return "about %s of memory (weights and optimizers %s, a step %s)"
        .formatted(
            MachineMemory.words((double) total()),
            MachineMemory.words((double) variables),
            MachineMemory.words((double) step));
  }

  /** What is said of a training before it starts. */
  public String sentence() {
    return "Training takes %s; there are %s."
        .formatted(words(), MachineMemory.words((double) MachineMemory.bytes()));
  }

  /**
   * Refuses a training that this machine cannot hold.
   *
   * @param experiment its name, for messages
   * @throws io.pix2pix.api.error.InvalidInputException if there is less memory
   */
  void require(String experiment) {
    MachineMemory.require(
        experiment
            + ": weights and optimizers "
            + MachineMemory.words((double) variables)
            + ", a step "
            + MachineMemory.words((double) step),
        (double) total(),
        "lower training.batchSize, filters or the size of the images, or say how much there is:"
            + " PIX2PIX_JAVA_OPTIONS=-D"
            + MachineMemory.PROPERTY
            + "=64g");
  }
}
