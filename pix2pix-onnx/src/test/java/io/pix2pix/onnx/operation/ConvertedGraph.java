package io.pix2pix.onnx.operation;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.onnx.conversion.GraphConversion;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.train.inference.ForwardPass;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.BiFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A small graph that stays the same for images of every size, in TensorFlow and in ONNX.
 *
 * @param operations make images of images, {@code [n, h, w, c]} both
 * @param channels of the images that it takes
 */
record ConvertedGraph(
    BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> operations, int channels) {

  /** What TensorFlow makes of images, {@code [n, h, w, c]} row by row. */
  float[] inTensorflow(Shape shape, float... values) {
    try (var graph = new Graph();
        var session = Sessions.plain(graph)) {
      var pass = pass(graph);
      try (var input = TFloat32.tensorOf(shape, DataBuffers.of(values));
          var result =
              session.runner().feed(pass.condition(), input).fetch(pass.generated()).run()) {
        var images = (TFloat32) result.get(0);
        var all = new float[Math.toIntExact(images.size())];
        images.copyTo(DataBuffers.of(all));
        return all;
      }
    }
  }

  /** What ONNX Runtime makes of the same images, {@code [n, h, w, c]} row by row, too. */
  float[] inOnnx(Shape shape, float... values) throws OrtException {
    var environment = OrtEnvironment.getEnvironment();
    long[] lengths = {shape.get(0), shape.get(3), shape.get(1), shape.get(2)};
    var images = FloatBuffer.wrap(channelsFirst(shape, values));
    try (var session = environment.createSession(model().toByteArray());
        var input = OnnxTensor.createTensor(environment, images, lengths);
        var result = session.run(Map.of("condition", input))) {
      var generated = (OnnxTensor) result.get(0);
      return channelsLast(generated.getInfo().getShape(), generated.getFloatBuffer());
    }
  }

  /** The model, of which errors come before it is there. */
  ModelProto model() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OnnxGraph.OPSET))
        .setGraph(converted())
        .build();
  }

  private GraphProto converted() {
    try (var graph = new Graph();
        var session = Sessions.plain(graph)) {
      return converted(graph, session);
    }
  }

  private GraphProto converted(Graph graph, GraphSession session) {
    return new GraphConversion(Converters.all())
        .convert(graph, session, pass(graph), new AnySize());
  }

  private ForwardPass pass(Graph graph) {
    var tf = Ops.create(graph);
    var shape = Shape.of(Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE, channels);
    var condition = tf.withName("condition").placeholder(TFloat32.class, Placeholder.shape(shape));
    var draw = tf.constant(0L);
    var images = operations.apply(tf, condition);
    return new ForwardPass(condition, draw, tf.withName("generated").identity(images));
  }

  private static float[] channelsFirst(Shape shape, float... values) {
    int channels = (int) shape.get(3);
    int pixels = (int) (shape.get(1) * shape.get(2));
    var moved = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int image = i / (pixels * channels);
      int pixel = i / channels % pixels;
      moved[(image * channels + i % channels) * pixels + pixel] = values[i];
    }
    return moved;
  }

  private static float[] channelsLast(long[] lengths, FloatBuffer values) {
    int channels = (int) lengths[1];
    int pixels = (int) (lengths[2] * lengths[3]);
    var moved = new float[values.remaining()];
    for (int i = 0; i < moved.length; i++) {
      int image = i / (pixels * channels);
      int pixel = i / channels % pixels;
      moved[i] = values.get((image * channels + i % channels) * pixels + pixel);
    }
    return moved;
  }

  /** Says that all sizes do. */
  private record AnySize() implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      return condition;
    }

    @Override
    public int sizeMultiple() {
      return 1;
    }
  }
}
