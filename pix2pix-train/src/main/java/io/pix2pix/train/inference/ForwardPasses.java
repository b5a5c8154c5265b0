package io.pix2pix.train.inference;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/**
 * Forward passes of a few sizes in one graph, which share the weights of one session. A graph
 * cannot shrink: once it is full, another takes its place.
 */
final class ForwardPasses implements AutoCloseable {
  /** How many sizes a graph has room for. */
  static final int MOST = 8;

  private final InferenceSettings settings;
  private final WeightSource weights;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final GraphSession session;
  private final Variables variables = new Variables(tf, 0, Initializer.ZEROS);
  private final VariableSnapshot snapshot = new VariableSnapshot(tf);
  private final Map<ImageShape, ForwardPass> bySize = new HashMap<>();
  private ImmutableSet<String> filled = ImmutableSet.of();
  private int begun;

  ForwardPasses(InferenceSettings settings, WeightSource weights) {
    this.settings = settings;
    this.weights = weights;
    session = Sessions.openFixed(graph, settings.precision());
  }

  GraphSession session() {
    return session;
  }

  boolean has(ImageShape size) {
    return bySize.containsKey(size);
  }

  /** The pass for conditions of a size, which was added. */
  ForwardPass of(ImageShape size) {
    return Objects.requireNonNull(bySize.get(size));
  }

  boolean isFull() {
    return begun >= MOST;
  }

  /** Adds the pass for a size. One that fails takes its place in the graph all the same. */
  void add(ImageShape size) {
    add(size, weights);
  }

  /** A graph with the pass for a size, and the weights of this one, which the caller closes. */
  ForwardPasses successor(ImageShape size) {
    var next = new ForwardPasses(settings, weights);
    try {
      next.add(size, this::copyTo);
      return next;
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
  }

  private void add(ImageShape size, WeightSource source) {
    begun++;
    var pass = ForwardPass.build(tf, variables, snapshot, settings, size.height(), size.width());
    source.write(
        variables.all().stream().filter(one -> !filled.contains(one.name())).toList(), session);
    session.prepare();
    filled = variables.all().stream().map(Variable::name).collect(toImmutableSet());
    bySize.put(size, pass);
  }

  private void copyTo(List<Variable<?>> others, GraphSession other) {
    var known = Maps.uniqueIndex(variables.all(), Variable::name);
    var byKnown = Multimaps.index(others, one -> filled.contains(one.name()));
    WeightSource.copy(session, one -> Objects.requireNonNull(known.get(one.name())))
        .write(byKnown.get(true), other);
    weights.write(byKnown.get(false), other);
  }

  /** How many operations the graph has. */
  int operations() {
    return Iterators.size(graph.operations());
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
