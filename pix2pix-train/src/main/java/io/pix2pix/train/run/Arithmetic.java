package io.pix2pix.train.run;

import com.google.common.base.Suppliers;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;

/**
 * The library that computes convolutions, on which the last digits of all results depend.
 *
 * @param convolutions {@code oneDNN}, {@code Eigen} or {@code cuDNN}
 * @param chosenBy what chose it
 */
public record Arithmetic(String convolutions, String chosenBy) {
  /** The environment variable that turns oneDNN on ({@code 1}) or off ({@code 0}). */
  public static final String ONE_DNN = "TF_ENABLE_ONEDNN_OPTS";

  private static final Supplier<Arithmetic> CURRENT =
      Suppliers.memoize(() -> of(convolution(), Optional.ofNullable(System.getenv(ONE_DNN))));

  /**
   * The arithmetic of this process, which TensorFlow chooses once. A convolution is run, and asked
   * how it was computed: TensorFlow's own choice depends on the processor. The threads of a process
   * are decided by its first session, so {@link Sessions#use} comes before this.
   */
  public static Arithmetic current() {
    return CURRENT.get();
  }

  /**
   * @param convolution as it was run
   * @param setting value of {@link #ONE_DNN}
   */
  static Arithmetic of(NodeDef convolution, Optional<String> setting) {
    if (convolution.getDevice().contains("GPU")) {
      return new Arithmetic("cuDNN", convolution.getDevice());
    }
    var library = convolution.getOp().startsWith("_Mkl") ? "oneDNN" : "Eigen";
    return new Arithmetic(
        library,
        setting
            .map(value -> ONE_DNN + "=" + value)
            .orElse("TensorFlow's default on this processor"));
  }

  private static NodeDef convolution() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, 1, 1, 1)));
      var y = tf.nn.conv2d(x, x, List.of(1L, 1L, 1L, 1L), "VALID");
      var options = RunOptions.newBuilder().setOutputPartitionGraphs(true).build();
      try (var session = Sessions.plain(graph);
          var one = TFloat32.tensorOf(Shape.of(1, 1, 1, 1));
          var result =
              session.runner().setOptions(options).feed(x, one).fetch(y).runAndFetchMetadata()) {
        var parts = result.getMetadata().orElseThrow().getPartitionGraphsList();
        return parts.stream()
            .flatMap(part -> part.getNodeList().stream())
            .filter(node -> node.getOp().endsWith("Conv2D"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no convolution in " + parts));
      }
    }
  }

  /**
   * This arithmetic, where a plan has other ways for some convolutions.
   *
   * @param plan how operations are computed
   */
  public Arithmetic planned(GraphPlan plan) {
    if (plan.changed() == 0) {
      return this;
    }
    return new Arithmetic(
        convolutions,
        "%s; %d of %d convolutions otherwise, see plan.json, as measured on %s"
            .formatted(chosenBy, plan.changed(), plan.choices().size(), plan.machine()));
  }

  /** What a program says at its start. */
  public String sentence() {
    return "Convolutions are computed by " + this + ".";
  }

  /** For example {@code oneDNN (TF_ENABLE_ONEDNN_OPTS=1)}. */
  @Override
  public String toString() {
    return convolutions + " (" + chosenBy + ")";
  }
}
