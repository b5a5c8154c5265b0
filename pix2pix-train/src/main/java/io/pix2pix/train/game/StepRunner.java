package io.pix2pix.train.game;

import io.pix2pix.api.data.Batch;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Workers;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tensorflow.Result;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Runs steps of a graph: feeds them, and asks other workers whether to stop. Used by one thread at
 * a time.
 */
final class StepRunner {
  private final GraphSession session;
  private final Inputs inputs;
  private final StepControl control;
  private final Workers workers;
  private boolean stopWanted;
  private boolean stopAgreed;

  StepRunner(GraphSession session, Inputs inputs, StepControl control, Workers workers) {
    this.session = session;
    this.inputs = inputs;
    this.control = control;
    this.workers = workers;
  }

  /** Asks all workers to stop: they hear it in the next step. */
  void wantStop() {
    stopWanted = true;
  }

  /** Whether a worker had asked to stop when the last step of all networks began. */
  boolean stopAgreed() {
    return stopAgreed;
  }

  /**
   * A step of all networks.
   *
   * @param values gets the value of each term
   */
  void all(BuiltStep step, Batch batch, StepNumbers at, double rate, float[] values) {
    run(
        batch,
        at,
        rate,
        runner -> {
          var asked = runner.addTarget(step.all()).fetch(step.values());
          return control.agreement().map(its -> asked.fetch(its.stops())).orElse(asked);
        },
        result -> {
          ((TFloat32) result.get(0)).copyTo(DataBuffers.of(values, false, false));
          stopAgreed = result.size() > 1 && ((TFloat32) result.get(1)).getFloat() > 0;
        });
  }

  /** A step of D alone. */
  void discriminatorAlone(BuiltStep step, Batch batch, StepNumbers at, double rate) {
    run(batch, at, rate, runner -> runner.addTarget(step.discriminatorAlone()), result -> {});
  }

  /** The learning rates of all workers are summed: all but the chief's are 0. */
  private void run(
      Batch batch,
      StepNumbers at,
      double rate,
      UnaryOperator<GraphSession.Runner> asked,
      Consumer<Result> answer) {
    try (var stop = TFloat32.scalarOf(stopWanted ? 1 : 0);
        var step = TInt64.scalarOf(at.step());
        var number = TInt64.scalarOf(at.batch());
        var learningRate = TFloat32.scalarOf(workers.index() == 0 ? (float) rate : 0)) {
      var runner =
          session
              .runner()
              .feed(inputs.condition(), batch.condition())
              .feed(inputs.target(), batch.target())
              .feed(inputs.step(), step)
              .feed(inputs.batch(), number)
              .feed(inputs.learningRate(), learningRate);
      control.agreement().ifPresent(its -> runner.feed(its.stop(), stop));
      inputs.mask().ifPresent(mask -> runner.feed(mask, mask(batch)));
      try (var result = asked.apply(runner).run()) {
        answer.accept(result);
      }
    }
  }

  private static TFloat32 mask(Batch batch) {
    return batch
        .mask()
        .orElseThrow(() -> new IllegalStateException("the data has masks, but the batch has none"));
  }
}
