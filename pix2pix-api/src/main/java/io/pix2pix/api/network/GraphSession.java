package io.pix2pix.api.network;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RunOptions;

/**
 * A session that runs what an optimizer made of a graph. Operands of the graph as it was built are
 * fed and fetched, and the session looks for their counterparts by name. Operations that are added
 * later are optimized when they are first run; variables of one name are one.
 *
 * <p>Runs may be made by several threads, as long as none adds operations to the graph.
 */
public final class GraphSession implements AutoCloseable {
  private final Graph plain;
  private final GraphOptimizer optimizer;
  private final Graph optimized;
  private final Session session;

  /** The prefix under which an operation was imported, by its name in the plain graph. */
  private final Map<String, String> prefixes = new HashMap<>();

  private final Weights weights;
  private final Precision precision;
  private final Workers workers;

  /** Operations of the optimized graph that {@link #prepare} has to run. */
  private final List<String> preparations = new ArrayList<>();

  private GraphPlan plan;
  private int imports;

  GraphSession(
      Graph plain,
      GraphOptimizer optimizer,
      GraphPlan plan,
      Weights weights,
      Precision precision,
      SessionSettings settings,
      Workers workers) {
    this.plain = plain;
    this.optimizer = optimizer;
    this.plan = plan;
    this.weights = weights;
    this.precision = precision;
    this.workers = workers;
    boolean isPlain = optimizer == GraphOptimizer.NONE && precision == Precision.FLOAT32;
    optimized = isPlain ? plain : new Graph();
    session = workers.session(optimized, Sessions.configuration(settings));
  }

  /** Begins a run. */
  public Runner runner() {
    return new Runner(session.runner());
  }

  /**
   * Computes what follows from {@link Weights#FIXED} weights alone, and keeps it. To be called once
   * they are set, before anything else is run, and again after operations were added to the graph.
   */
  public synchronized void prepare() {
    importNew();
    if (!preparations.isEmpty()) {
      var runner = session.runner();
      preparations.forEach(runner::addTarget);
      runner.run().close();
      preparations.clear();
    }
  }

  /** What the optimizer was given and what it has chosen so far. */
  public synchronized GraphPlan plan() {
    return plan;
  }

  private String name(Operation operation) {
    return optimized == plain ? operation.name() : imported(operation.name());
  }

  private synchronized String imported(String name) {
    if (!prefixes.containsKey(name)) {
      importNew();
    }
    return prefixes.getOrDefault(name, "") + name;
  }

  /** Imports what was added since the last time, with all that it needs of what was there. */
  private void importNew() {
    if (optimized == plain) {
      return;
    }
    var all = plain.toGraphDef();
    var byName =
        all.getNodeList().stream().collect(toImmutableMap(NodeDef::getName, Function.identity()));
    var added =
        byName.keySet().stream()
            .filter(name -> !prefixes.containsKey(name))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (added.isEmpty()) {
      return;
    }
    var needed = closure(added, byName);
    var nodes = all.toBuilder().clearNode();
    all.getNodeList().stream()
        .filter(one -> needed.contains(one.getName()))
        .forEach(nodes::addNode);
    var faster = faster(nodes.build());
    plan = plan.with(faster.plan());
    var prefix = add(faster.nodes());
    added.forEach(name -> prefixes.put(name, prefix));
    faster.preparations().forEach(name -> preparations.add(prefix + name));
  }

  private GraphOptimizer.Optimized faster(GraphDef nodes) {
    if (precision == Precision.FLOAT32) {
      return optimizer.optimize(plain, nodes, plan, weights);
    }
    try (var graph = new Graph()) {
      var rounded = RoundedProducts.of(nodes, Bfloat16Processor.isHere());
      graph.importGraphDef(rounded);
      return optimizer.optimize(graph, rounded, plan, weights);
    }
  }

  private String add(GraphDef nodes) {
    var prefix = imports == 0 ? "" : "import" + imports;
    imports++;
    if (prefix.isEmpty()) {
      optimized.importGraphDef(nodes);
      return "";
    }
    optimized.importGraphDef(nodes, prefix);
    return prefix + "/";
  }

  private static Set<String> closure(Set<String> wanted, ImmutableMap<String, NodeDef> byName) {
    var closed = new LinkedHashSet<>(wanted);
    var open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      var node = byName.get(open.remove());
      for (var input : node == null ? ImmutableMap.<String, NodeDef>of().keySet() : names(node)) {
        if (closed.add(input)) {
          open.add(input);
        }
      }
    }
    return closed;
  }

  private static Set<String> names(NodeDef node) {
    return node.getInputList().stream()
        .map(input -> input.startsWith("^") ? input.substring(1) : input.replaceAll(":.*", ""))
        .collect(Collectors.toSet());
  }

  /** Closes the session, but not the graph as it was built. */
  @Override
  public void close() {
    session.close();
    if (optimized != plain) {
      optimized.close();
    }
  }

  /** One run of the graph: what is fed, what is fetched, and what is done besides. */
  public final class Runner {
    private final Session.Runner runner;

    private Runner(Session.Runner runner) {
      this.runner = runner;
    }

    /** Gives an operand a value. */
    public Runner feed(Operand<?> operand, Tensor value) {
      var output = operand.asOutput();
      runner.feed(name(output.op()), output.index(), value);
      return this;
    }

    /** Asks for the value of an operand. */
    public Runner fetch(Operand<?> operand) {
      var output = operand.asOutput();
      runner.fetch(name(output.op()), output.index());
      return this;
    }

    /**
     * Asks for the value of an operation's first result.
     *
     * @param operation its name in the graph as it was built
     */
    public Runner fetch(String operation) {
      return fetch(plain.operationOrThrow(operation).output(0));
    }

    /** Runs an operation without asking for a value. */
    public Runner addTarget(Op operation) {
      return addTarget(operation.op());
    }

    /** Runs an operation without asking for a value. */
    public Runner addTarget(Operation operation) {
      runner.addTarget(name(operation));
      return this;
    }

    /** Asks TensorFlow for more, for example a trace. */
    public Runner setOptions(RunOptions options) {
      runner.setOptions(options);
      return this;
    }

    /** Runs; the caller closes the result. */
    public Result run() {
      return workers.run(runner);
    }

    /** Runs and tells how; the caller closes the result. */
    public Result runAndFetchMetadata() {
      return runner.runAndFetchMetadata();
    }
  }
}
