package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.loss.GraphGradients;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.game.Minimizer;
import io.pix2pix.train.optimizer.Adam;
import java.util.List;
import java.util.SplittableRandom;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Trains a segmenter on real photos: cross-entropy over the pixels that count, Adam, a learning
 * rate that falls to zero in a straight line, and pairs mirrored at random.
 */
final class SegmenterTraining implements AutoCloseable {
  private static final int BATCH = 8;
  private static final Adam ADAM = new Adam(0.001, 0.9, 0.999, 1e-8);
  private static final long SEED = 1;

  private final SegmenterPlan plan;
  private final SegmenterSize size;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Variables variables = SegmenterNetwork.variables(tf);
  private final Placeholder<TFloat32> photos;
  private final Placeholder<TInt32> truth;
  private final Placeholder<TFloat32> rate;
  private final Op step;
  private final GraphSession session;

  SegmenterTraining(SegmenterPlan plan, SegmenterSize size) {
    this.plan = plan;
    this.size = size;
    int height = size.height();
    int width = size.width();
    photos = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(BATCH, height, width, 3)));
    truth = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(BATCH, height, width)));
    rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    step = step();
    session = Sessions.open(graph);
    variables.initialize(session);
  }

  private Op step() {
    var snapshot = new VariableSnapshot(tf);
    var network = new SegmenterNetwork(plan.labels().scored(), plan.filters());
    var loss = crossEntropy(network.build(tf, variables, snapshot, photos));
    var minimizer =
        new Minimizer(tf, variables, new GraphGradients(graph), ImmutableList.of(), ADAM);
    var updates =
        minimizer.minimize(
            SegmenterNetwork.GROUP,
            variables.parametersOf(SegmenterNetwork.GROUP),
            ImmutableList.of(new Minimizer.WeightedLoss(loss, tf.constant(1f))),
            snapshot,
            rate);
    return tf.withControlDependencies(List.copyOf(updates)).noOp();
  }

  /** Pixels that do not count have no class, so that their row of the one-hot matrix is empty. */
  private Operand<TFloat32> crossEntropy(Operand<TFloat32> logits) {
    int classes = plan.labels().scored();
    var flat = tf.reshape(logits, tf.constant(new int[] {-1, classes}));
    var wanted =
        tf.oneHot(
            tf.reshape(truth, tf.constant(new int[] {-1})),
            tf.constant(classes),
            tf.constant(1f),
            tf.constant(0f));
    var both = tf.constant(new int[] {0, 1});
    var right = tf.reduceSum(tf.math.mul(wanted, tf.nn.logSoftmax(flat)), both);
    var counted = tf.math.maximum(tf.reduceSum(wanted, both), tf.constant(1f));
    return tf.math.neg(tf.math.div(right, counted));
  }

  /** Trains on all pairs, over and over, and writes the result. */
  void run(Pairs pairs, ImageCodec codec, Checkpoints to, ProgressListener work) {
    var examples = SegmenterExamples.read(pairs, codec, plan.labels(), size);
    var random = new SplittableRandom(SEED);
    try (var progress = work.begin("train segmenter", plan.steps())) {
      for (int done = 0; done < plan.steps(); done++) {
        var batch = examples.draw(BATCH, random);
        take(batch, done);
        progress.reached(done + 1L);
      }
    }
    to.write(plan.steps(), variables, session);
  }

  private void take(SegmenterExamples.Batch batch, int done) {
    float fallen = (float) (ADAM.learningRate() * (1 - (double) done / plan.steps()));
    try (var x = TFloat32.tensorOf(photos.shape(), DataBuffers.of(batch.photos(), true, false));
        var y = TInt32.tensorOf(truth.shape(), DataBuffers.of(batch.truth(), true, false));
        var learningRate = TFloat32.scalarOf(fallen);
        var result =
            session
                .runner()
                .feed(photos, x)
                .feed(truth, y)
                .feed(rate, learningRate)
                .addTarget(step)
                .run()) {
      assert result.size() == 0;
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
