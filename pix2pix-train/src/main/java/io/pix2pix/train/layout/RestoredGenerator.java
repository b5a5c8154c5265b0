package io.pix2pix.train.layout;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.inference.ForwardPass;
import io.pix2pix.train.translation.TrainedRun;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

/**
 * The generator of a run in a graph of its own, as it was built, with the weights of a checkpoint.
 * Used by one thread.
 */
public final class RestoredGenerator implements AutoCloseable {
  private static final long LARGEST = Integer.MAX_VALUE - (1 << 20);

  private final Graph graph = new Graph();
  private final GraphSession session = Sessions.plain(graph);
  private final ForwardPass pass;

  private RestoredGenerator(TrainedRun run, ExportSettings settings) {
    try {
      var tf = Ops.create(graph);
      var experiment = run.experiment();
      var variables = new Variables(tf, experiment.seed(), experiment.training().initializer());
      pass = pass(tf, variables, run, settings);
      checkSize(run, variables);
      run.checkpoint().restoreGenerator(variables.all(), session, settings.weights());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Builds the generator of a run, and gives it the weights of its checkpoint.
   *
   * @throws InvalidInputException if it has more weights than a file of one message can hold
   */
  public static RestoredGenerator open(TrainedRun run, ExportSettings settings) {
    return new RestoredGenerator(run, settings);
  }

  private static ForwardPass pass(
      Ops tf, Variables variables, TrainedRun run, ExportSettings settings) {
    var inference =
        run.inferenceSettings(settings.phase(), Precision.FLOAT32, run.experiment().seed());
    long height = settings.size().map(ImageShape::height).orElse((int) Shape.UNKNOWN_SIZE);
    long width = settings.size().map(ImageShape::width).orElse((int) Shape.UNKNOWN_SIZE);
    return ForwardPass.build(tf, variables, new VariableSnapshot(tf), inference, height, width);
  }

  private static void checkSize(TrainedRun run, Variables variables) {
    long bytes =
        variables.all().stream().mapToLong(variable -> Float.BYTES * variable.size()).sum();
    if (bytes > LARGEST) {
      throw new InvalidInputException(
          "%s: its generator has %d MB of weights; a model in one file holds %d at most"
              .formatted(run.folder().path(), bytes >> 20, LARGEST >> 20));
    }
  }

  /** Its operations. */
  public Graph graph() {
    return graph;
  }

  /** Where its weights are. */
  public GraphSession session() {
    return session;
  }

  /** What it takes and gives. */
  public ForwardPass pass() {
    return pass;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
