package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Kernels are all ones here, so that a convolution sums what its kernel covers. */
class LayersTest {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session = Sessions.open(graph);
  private final Variables variables =
      new Variables(tf, 1, (ops, shape, seed) -> ops.fill(ops.constant(shape), ops.constant(1f)));
  private final Reading reading = new Reading(tf);

  @AfterEach
  void close() {
    session.close();
    graph.close();
  }

  @Test
  void convolvesAnEvenImageWithZerosOnEachSide() {
    var y = layers().convolution(ones(4, 4), Convolution.halving(1, false));

    assertThat(run(y)).containsExactly(9, 9, 9, 9);
  }

  /** TensorFlow's SAME would put two zeros behind an odd image and give 3x3. */
  @Test
  void convolvesAnOddImageAsPyTorchDoes() {
    var y = layers().convolution(ones(5, 5), Convolution.halving(1, false));

    assertThat(y.shape()).isEqualTo(Shape.of(1, 2, 2, 1));
    assertThat(run(y)).containsExactly(9, 12, 12, 16);
  }

  @Test
  void transposedConvolutionSpreadsEachPixelOverItsNeighbours() {
    var y = layers().transposedConvolution(ones(2, 2), Convolution.halving(1, false));

    assertThat(run(y)).containsExactly(1, 2, 2, 1, 2, 4, 4, 2, 2, 4, 4, 2, 1, 2, 2, 1);
  }

  @Test
  void refusesAFeatureMapOfWhichNothingWouldBeLeft() {
    assertThatThrownBy(() -> layers().convolution(ones(1, 1), new Convolution(1, 4, 1, 1, false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing is left of a feature map of [1, 1, 1, 1]");
  }

  @Test
  void dropoutKeepsTheMeanAndDropsTheStatedPart() {
    var y = layers().dropout(ones(100, 100), 0.25);
    var values = run(y);

    double dropped = countOf(values, 0f) / 10_000.0;
    assertThat(dropped).isCloseTo(0.25, Offset.offset(0.02));
    assertThat(countOf(values, 1 / 0.75f)).isEqualTo(10_000 - countOf(values, 0f));
  }

  @Test
  void dropoutDropsOtherElementsInOtherLayersAndAtOtherSteps() {
    var here = run(layers(0).in("one").dropout(ones(8, 8), 0.5));

    assertThat(run(layers(0).in("one").dropout(ones(8, 8), 0.5))).isEqualTo(here);
    assertThat(run(layers(0).in("two").dropout(ones(8, 8), 0.5))).isNotEqualTo(here);
    assertThat(run(layers(1).in("one").dropout(ones(8, 8), 0.5))).isNotEqualTo(here);
  }

  @Test
  void refusesAWeightOfAnotherShapeUnderAKnownName() {
    layers().convolution(ones(4, 4), Convolution.halving(1, false));

    assertThatThrownBy(() -> layers().convolution(ones(4, 4), Convolution.halving(2, false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("net/kernel was [4, 4, 1, 1] before and cannot become [4, 4, 1, 2]");
  }

  @Test
  void kernelsLeaveTheGraphAsHeightWidthInOut() {
    layers().transposedConvolution(ones(2, 2), Convolution.halving(3, false));

    assertThat(variables.all().get(0).shape()).isEqualTo(Shape.of(4, 4, 1, 3));
  }

  private Layers layers() {
    return layers(0);
  }

  private Layers layers(long step) {
    return new Layers(
        tf, variables, reading, Phase.TRAINING, new Noise(1, tf.constant(step)), "net");
  }

  private Operand<TFloat32> ones(int height, int width) {
    return tf.fill(tf.constant(Shape.of(1, height, width, 1)), tf.constant(1f));
  }

  private float[] run(Operand<TFloat32> operand) {
    variables.initialize(session);
    try (var result = session.runner().fetch(operand).run()) {
      var tensor = (TFloat32) result.get(0);
      var values = new float[(int) tensor.size()];
      tensor.copyTo(DataBuffers.of(values, false, false));
      return values;
    }
  }

  private static long countOf(float[] values, float wanted) {
    int count = 0;
    for (float value : values) {
      if (value == wanted) {
        count++;
      }
    }
    return count;
  }
}
