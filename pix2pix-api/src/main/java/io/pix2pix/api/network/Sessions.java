package io.pix2pix.api.network;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensorflow.Graph;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * The one place that says how sessions are configured. {@link SessionSettings} bound their threads,
 * for processes that share a machine; TensorFlow has one pool of threads for a whole process, made
 * for the first session, which is why a process has one setting, and one optimizer of graphs, which
 * chooses for these threads.
 */
public final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private static volatile SessionSettings ofProcess = SessionSettings.DEFAULT;
  private static volatile GraphOptimizer optimizer = GraphOptimizer.NONE;

  private Sessions() {}

  /** Decides how sessions of this process are opened from now on. */
  public static void use(SessionSettings settings) {
    ofProcess = settings;
  }

  /** Decides what graphs of this process pass from now on before they are run. */
  public static void use(GraphOptimizer graphs) {
    optimizer = graphs;
  }

  /** How sessions of this process are opened. */
  public static SessionSettings settings() {
    return ofProcess;
  }

  /** Opens a session with the settings and the optimizer of this process; the caller closes it. */
  public static GraphSession open(Graph graph) {
    return open(graph, GraphPlan.EMPTY, Precision.FLOAT32);
  }

  /**
   * Opens a session whose graph is optimized as it was before; the caller closes it.
   *
   * @param plan what was chosen then
   * @param precision of convolutions and products
   */
  public static GraphSession open(Graph graph, GraphPlan plan, Precision precision) {
    return open(graph, plan, precision, Workers.ALONE);
  }

  /**
   * Opens a session that meets those of other workers; the caller closes it.
   *
   * @param plan what was chosen before
   * @param precision of convolutions and products
   */
  public static GraphSession open(
      Graph graph, GraphPlan plan, Precision precision, Workers workers) {
    warn(precision);
    return new GraphSession(
        graph, optimizer, plan, Weights.CHANGING, precision, ofProcess, workers);
  }

  /**
   * Opens a session whose weights are set once; the caller closes it.
   *
   * @param precision of convolutions and products
   * @see GraphSession#prepare
   */
  public static GraphSession openFixed(Graph graph, Precision precision) {
    warn(precision);
    return new GraphSession(
        graph, optimizer, GraphPlan.EMPTY, Weights.FIXED, precision, ofProcess, Workers.ALONE);
  }

  /** Opens a session that runs the graph as it was built; the caller closes it. */
  public static GraphSession plain(Graph graph) {
    return new GraphSession(
        graph,
        GraphOptimizer.NONE,
        GraphPlan.EMPTY,
        Weights.CHANGING,
        Precision.FLOAT32,
        ofProcess,
        Workers.ALONE);
  }

  private static void warn(Precision precision) {
    boolean isSlow = precision == Precision.BFLOAT16 && !Bfloat16Processor.isHere();
    if (isSlow && !WARNED.getAndSet(true)) {
      LOG.warn(
          "precision bfloat16: this processor does not say that it multiplies bfloat16; rounded"
              + " numbers are multiplied as 32-bit floats, which is slower than float32 alone");
    }
  }

  /** How TensorFlow's sessions and servers of this process are configured. */
  public static ConfigProto configuration(SessionSettings settings) {
    // TensorFlow's own rewriting would be done again, over the whole graph, for each set of
    // fetched operands, and fold what draws initial weights into constants.
    var rewriting = RewriterConfig.newBuilder().setDisableMetaOptimizer(true);
    var folding = OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0);
    var options =
        GraphOptions.newBuilder().setRewriteOptions(rewriting).setOptimizerOptions(folding);
    int threads = settings.threads();
    return ConfigProto.newBuilder()
        .setGraphOptions(options)
        .setAllowSoftPlacement(true)
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(threads)
        .build();
  }
}
