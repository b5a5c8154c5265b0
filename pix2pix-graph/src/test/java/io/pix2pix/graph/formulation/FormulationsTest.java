package io.pix2pix.graph.formulation;

import static io.pix2pix.graph.convolution.ConvolutionKind.FORWARD;
import static io.pix2pix.graph.convolution.ConvolutionKind.IMAGE_GRADIENT;
import static io.pix2pix.graph.convolution.ConvolutionKind.KERNEL_GRADIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.pix2pix.api.network.GraphOptimizer;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.graph.ConvolutionOptimizer;
import io.pix2pix.graph.calibration.FormulationChoice;
import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.testing.Tensors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
@Tag("exhaustive")
class FormulationsTest {
  static Stream<Formulation> formulations() {
    return Formulations.all().stream();
  }

  @ParameterizedTest
  @MethodSource("formulations")
  void computesWhatThePlainOperationComputes(Formulation formulation) {
    int compared = 0;
    for (var shape : shapes()) {
      if (formulation.fits(shape)) {
        var plain = result(shape, ImmutableSet.of(), shape.batch());
        var own = result(shape, ImmutableSet.of(formulation), shape.batch());
        assertThat(own)
            .as("%s of %s", formulation.name(), shape)
            .containsExactly(plain, within(1e-4f));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @ParameterizedTest
  @MethodSource("formulations")
  void takesAnyNumberOfImages(Formulation formulation) {
    for (var kind : ConvolutionKind.values()) {
      var shape = new ConvolutionShape(kind, 3, 8, 6, 2, 4, 4, 5, 2, true);
      if (formulation.fits(shape.withBatch(ConvolutionShape.ANY_BATCH))) {
        var plain = result(shape, ImmutableSet.of(), -1);
        var own = result(shape, ImmutableSet.of(formulation), -1);
        assertThat(own).as(formulation.name()).containsExactly(plain, within(1e-4f));
      }
    }
  }

  @Test
  void haveNamesOfTheirOwn() {
    assertThat(formulations().map(Formulation::name)).doesNotHaveDuplicates();
  }

  private static List<ConvolutionShape> shapes() {
    return Stream.of(FORWARD, IMAGE_GRADIENT, KERNEL_GRADIENT)
        .flatMap(
            kind ->
                Stream.of(
                    new ConvolutionShape(kind, 1, 8, 8, 3, 4, 4, 5, 2, true),
                    new ConvolutionShape(kind, 2, 8, 6, 3, 4, 4, 5, 2, true),
                    new ConvolutionShape(kind, 2, 2, 2, 3, 4, 4, 5, 2, true),
                    new ConvolutionShape(kind, 1, 7, 5, 2, 4, 4, 3, 2, true),
                    new ConvolutionShape(kind, 1, 9, 7, 2, 4, 4, 3, 2, false),
                    new ConvolutionShape(kind, 2, 7, 6, 2, 4, 4, 3, 1, false),
                    new ConvolutionShape(kind, 1, 5, 6, 2, 3, 3, 3, 1, true),
                    new ConvolutionShape(kind, 1, 7, 6, 2, 3, 3, 3, 2, true),
                    new ConvolutionShape(kind, 1, 9, 12, 2, 3, 6, 3, 3, false),
                    new ConvolutionShape(kind, 1, 6, 5, 4, 4, 4, 1, 1, false),
                    new ConvolutionShape(kind, 1, 6, 5, 1, 7, 7, 4, 1, true),
                    new ConvolutionShape(kind, 2, 6, 5, 4, 1, 1, 3, 1, false),
                    new ConvolutionShape(kind, 1, 4, 4, 4, 4, 4, 3, 1, false)))
        .toList();
  }

  /**
   * @param batch of the graph; -1 if it is only known when the graph runs
   */
  private static float[] result(
      ConvolutionShape shape, ImmutableSet<Formulation> formulations, long batch) {
    FormulationChoice choice =
        shapes ->
            Maps.toMap(
                shapes,
                one ->
                    formulations.stream()
                        .findFirst()
                        .map(Formulation::name)
                        .orElse(GraphPlan.PLAIN));
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var image = input(tf, batch, shape.height(), shape.width(), shape.in());
      var kernel = input(tf, shape.kernelHeight(), shape.kernelWidth(), shape.in(), shape.out());
      var maps = input(tf, batch, shape.outHeight(), shape.outWidth(), shape.out());
      var operand = operation(tf, shape, image, kernel, maps);
      Sessions.use(new ConvolutionOptimizer(formulations, choice, () -> "test"));
      try (var session = Sessions.open(graph)) {
        var values = run(session, shape, image, kernel, maps, operand);
        assertThat(session.plan().changed()).as("%s", shape).isEqualTo(formulations.size());
        return values;
      } finally {
        Sessions.use(GraphOptimizer.NONE);
      }
    }
  }

  private static Placeholder<TFloat32> input(Ops tf, long... shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }

  private static Operand<TFloat32> operation(
      Ops tf,
      ConvolutionShape shape,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Operand<TFloat32> maps) {
    var strides = List.of(1L, (long) shape.stride(), (long) shape.stride(), 1L);
    var padding = shape.same() ? "SAME" : "VALID";
    return switch (shape.kind()) {
      case FORWARD -> tf.nn.conv2d(image, kernel, strides, padding);
      case IMAGE_GRADIENT ->
          tf.nn.conv2dBackpropInput(tf.shape(image), kernel, maps, strides, padding);
      case KERNEL_GRADIENT ->
          tf.nn.conv2dBackpropFilter(image, tf.shape(kernel), maps, strides, padding);
    };
  }

  private static float[] run(
      GraphSession session,
      ConvolutionShape shape,
      Operand<TFloat32> image,
      Operand<TFloat32> kernel,
      Operand<TFloat32> maps,
      Operand<TFloat32> operand) {
    int n = shape.batch();
    try (var images = numbers(n, shape.height(), shape.width(), shape.in());
        var kernels = numbers(shape.kernelHeight(), shape.kernelWidth(), shape.in(), shape.out());
        var gradients = numbers(n, shape.outHeight(), shape.outWidth(), shape.out())) {
      var runner = session.runner().feed(image, images).feed(kernel, kernels).feed(maps, gradients);
      try (var result = runner.fetch(operand).run()) {
        return Tensors.toArray((TFloat32) result.get(0));
      }
    }
  }

  private static TFloat32 numbers(long... shape) {
    var size = Shape.of(shape);
    var values = new float[(int) size.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(0.7 * i + shape.length + values.length);
    }
    return Tensors.ofArray(size, values);
  }
}
