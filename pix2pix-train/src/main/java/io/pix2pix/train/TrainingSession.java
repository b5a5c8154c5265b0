package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.network.Workers;
import io.pix2pix.train.checkpoint.Checkpoint;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.exchange.InitialWeights;
import io.pix2pix.train.game.MemoryEstimate;
import io.pix2pix.train.game.StepNumbers;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.inference.InferenceModel;
import io.pix2pix.train.run.Provenance;
import java.nio.file.Path;
import org.tensorflow.Graph;

/**
 * An experiment in training: its graph, its weights, and how many steps it has taken. It reads and
 * writes nothing but the checkpoints that it is given, so that any loop can stand around it:
 *
 * <pre>{@code
 * try (var session = TrainingSession.open(experiment, shape)) {
 *   while (session.steps() < 1000) {
 *     float[] losses = session.step(batches::next);
 *   }
 *   session.save(checkpoints);
 * }
 * }</pre>
 *
 * <p>To be used by one thread.
 */
public final class TrainingSession implements AutoCloseable {
  private final Experiment experiment;
  private final PairShape shape;
  private final TrainingGraph graph;
  private final int batchesInStep;
  private long steps;

  private TrainingSession(Experiment experiment, PairShape shape, TrainingGraph graph) {
    this.experiment = experiment;
    this.shape = shape;
    this.graph = graph;
    this.batchesInStep = experiment.training().discriminator().steps();
  }

  /**
   * Gives the batches of a step, which the session closes.
   *
   * @param <E> what keeps it from giving one
   */
  @FunctionalInterface
  public interface BatchSource<E extends Exception> {
    /** The next batch. */
    Batch next() throws E;
  }

  /**
   * Builds the graph and gives every variable its initial value.
   *
   * @param shape of the pairs of a batch
   * @throws InvalidInputException if the experiment cannot be trained on such pairs
   */
  public static TrainingSession open(Experiment experiment, PairShape shape) {
    return open(experiment, shape, GraphPlan.EMPTY);
  }

  /**
   * As {@link #open(Experiment, PairShape)}, with operations computed as they were before.
   *
   * @param plan what was chosen then
   * @throws InvalidInputException if the experiment cannot be trained on such pairs
   */
  public static TrainingSession open(Experiment experiment, PairShape shape, GraphPlan plan) {
    return open(experiment, shape, plan, Workers.ALONE);
  }

  /**
   * As {@link #open(Experiment, PairShape, GraphPlan)}, on a share of every batch.
   *
   * @param workers who have the other shares
   * @throws InvalidInputException if the experiment cannot be trained on such pairs, or batches not
   *     be divided among the workers
   */
  public static TrainingSession open(
      Experiment experiment, PairShape shape, GraphPlan plan, Workers workers) {
    int batchSize = experiment.training().batchSize();
    if (batchSize % workers.count() != 0) {
      throw new InvalidInputException(
          "training.batchSize: %d images cannot be divided among %d workers; give a multiple, or other --workers"
              .formatted(batchSize, workers.count()));
    }
    try {
      return new TrainingSession(
          experiment, shape, TrainingGraph.open(experiment, shape, plan, workers));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidInputException(experiment.name() + ": " + e.getMessage(), e);
    }
  }

  /** What {@link #step} returns, by name; for example {@code generator.l1}. */
  public ImmutableList<String> columns() {
    return graph.columns();
  }

  /** The memory that the training is expected to take. */
  public MemoryEstimate memory() {
    return graph.memory();
  }

  /** Steps taken so far, those before the restored checkpoint included. */
  public long steps() {
    return steps;
  }

  /** Goes back to a checkpoint: weights, what optimizers keep, and the number of steps. */
  public void restore(Checkpoint checkpoint) {
    checkpoint.restore(variables(), session());
    steps = checkpoint.step();
  }

  /**
   * Gives networks other first weights than those that follow from the seed. Everything is compared
   * before a weight is changed.
   *
   * @param from the folder of a run, whose newest checkpoint is taken, or a file of weights
   * @return which networks start from where
   * @throws InvalidInputException if a network there has other weights than the experiment's; the
   *     message names them
   */
  public ImmutableList<Provenance.Initialization> initialize(Path from) {
    return InitialWeights.apply(from, experiment, shape, variables(), session());
  }

  /** As {@link #step(BatchSource, double)}, at the full learning rate. */
  public <E extends Exception> float[] step(BatchSource<E> batches) throws E {
    return step(batches, 1);
  }

  /**
   * A step of the training: those of D alone, if the experiment has any, and then one of all
   * networks, each on a batch of its own.
   *
   * @param factor of the learning rate
   * @return the value of each term before the update of its parameters, without its weight, in the
   *     order of {@link #columns}
   */
  public <E extends Exception> float[] step(BatchSource<E> batches, double factor) throws E {
    long first = steps * batchesInStep;
    int alone = batchesInStep - 1;
    for (int i = 0; i < alone; i++) {
      try (var batch = batches.next()) {
        graph.stepOfDiscriminator(batch, new StepNumbers(steps, first + i), factor);
      }
    }
    try (var batch = batches.next()) {
      float[] losses = graph.step(batch, new StepNumbers(steps, first + alone), factor);
      steps++;
      return losses;
    }
  }

  /** Asks all workers to stop: they hear it in the next step. */
  void wantStop() {
    graph.wantStop();
  }

  /** Whether a worker had asked to stop when the last step began. */
  boolean stopAgreed() {
    return graph.stopAgreed();
  }

  /** Where operations can be added. */
  Graph graph() {
    return graph.graph();
  }

  /** Goes on after steps that another worker has told of. */
  void continueAfter(long done) {
    steps = done;
  }

  /**
   * Writes a checkpoint among the newest.
   *
   * @throws InvalidInputException if it cannot be written, or a weight is not finite
   */
  public void save(Checkpoints checkpoints) {
    checkpoints.write(steps, variables(), session());
  }

  /**
   * Writes the checkpoint that is kept as the best.
   *
   * @throws InvalidInputException if it cannot be written, or a weight is not finite
   */
  public void saveBest(Checkpoints checkpoints) {
    checkpoints.writeBest(steps, variables(), session());
  }

  /**
   * The generator as it is now, with batch statistics and noise as in training, each image on its
   * own; with averaged weights where the experiment keeps them. The caller closes it before this.
   */
  public InferenceModel snapshot() {
    return graph.snapshot();
  }

  /** All weights and what optimizers keep. */
  public Variables variables() {
    return graph.variables();
  }

  /** How operations are computed. */
  public GraphPlan plan() {
    return session().plan();
  }

  /** Holds the values of the variables. */
  public GraphSession session() {
    return graph.session();
  }

  @Override
  public void close() {
    graph.close();
  }
}
