package io.pix2pix.bench.speed.roofline;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.LayerNote;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.bench.speed.roofline.Roofline.LayerSpeed;
import java.util.HashSet;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Runs the convolutions of a network one by one: each is given its input, and nothing else runs.
 */
final class NetworkLayers {
  private static final int RUNS = 9;

  private NetworkLayers() {}

  /** The convolutions of G, for one image. */
  static ImmutableList<LayerSpeed> ofGenerator(Experiment experiment, ImageShape image) {
    return of(
        ParameterGroup.GENERATOR,
        image,
        (layers, x) -> experiment.generator().build(layers, x, image.channels()));
  }

  /** The convolutions of D, for one pair. */
  static ImmutableList<LayerSpeed> ofDiscriminator(Experiment experiment, ImageShape image) {
    return of(
        ParameterGroup.DISCRIMINATOR,
        image.withChannels(2 * image.channels()),
        (layers, x) -> experiment.discriminator().build(layers, x));
  }

  private static ImmutableList<LayerSpeed> of(
      ParameterGroup group, ImageShape image, Network network) {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var shape = Shape.of(1, image.height(), image.width(), image.channels());
      var input = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      var variables =
          new Variables(tf, 0, (ops, of, seed) -> ops.fill(ops.constant(of), ops.constant(0.02f)));
      var noise = new Noise(0, tf.constant(0L));
      var layers =
          new Layers(tf, variables, new VariableSnapshot(tf), Phase.TRAINING, noise, group.name());
      network.build(layers, input);
      try (var session = Sessions.open(graph)) {
        variables.initialize(session);
        return distinct(layers.notes(), variables.all(), session);
      }
    }
  }

  /** Layers of one operation and shape take the same time; the first of them is measured. */
  private static ImmutableList<LayerSpeed> distinct(
      List<LayerNote> notes, List<Variable<?>> variables, Session session) {
    var seen = new HashSet<String>();
    var speeds = ImmutableList.<LayerSpeed>builder();
    for (var note : notes) {
      var key = note.operation() + note.input().shape() + note.output().shape();
      if (note.multiplications() > 0 && seen.add(key)) {
        speeds.add(speed(note, variables, session));
      }
    }
    return speeds.build();
  }

  private static LayerSpeed speed(LayerNote note, List<Variable<?>> variables, Session session) {
    try (var x = Timing.random(note.input().shape())) {
      double seconds =
          Timing.median(
              RUNS,
              () ->
                  session
                      .runner()
                      .feed(note.input(), x)
                      .addTarget(note.output().asOutput().op())
                      .run()
                      .close());
      long parameters =
          variables.stream()
              .filter(variable -> variable.name().startsWith(note.path() + "/kernel"))
              .mapToLong(Variable::size)
              .sum();
      var out = note.output().shape();
      return new LayerSpeed(
          note.path(),
          note.operation(),
          "%dx%dx%d".formatted(out.get(2), out.get(1), out.get(3)),
          note.multiplications(),
          Float.BYTES * (note.input().shape().size() + parameters + out.size()),
          seconds);
    }
  }

  /** Adds a network to a graph. */
  @FunctionalInterface
  private interface Network {
    Object build(Layers layers, Operand<TFloat32> x);
  }
}
