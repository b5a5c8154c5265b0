package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Kernels are all ones here, so that a convolution sums what its kernel covers. */
@Tag("numerical")
class LayersTest {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final GraphSession session = Sessions.open(graph);
  private final Variables variables =
      new Variables(tf, 1, (ops, shape, seed) -> ops.fill(ops.constant(shape), ops.constant(1f)));
  private final VariableSnapshot snapshot = new VariableSnapshot(tf);

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
  void transposedConvolutionSpreadsEachPixelOverItsNeighbors() {
    var y = layers().transposedConvolution(ones(2, 2), TransposedConvolution.doubling(1, 4, false));

    assertThat(run(y)).containsExactly(1, 2, 2, 1, 2, 4, 4, 2, 2, 4, 4, 2, 1, 2, 2, 1);
  }

  /** Along each edge the two pixels reach 1, 2, 1, 1 times: nothing is cut below and right. */
  @Test
  void transposedConvolutionOfThreeByThreeIsCutAboveAndLeftAsPyTorchDoes() {
    var y = layers().transposedConvolution(ones(2, 2), TransposedConvolution.doubling(1, 3, false));

    assertThat(run(y)).containsExactly(1, 2, 1, 1, 2, 4, 2, 2, 1, 2, 1, 1, 1, 2, 1, 1);
  }

  /** All of it would be 1, 2, 2, 2, 1 along each edge. */
  @Test
  void transposedConvolutionOfStrideOneIsCutOnEachSide() {
    var y =
        layers().transposedConvolution(ones(2, 2), new TransposedConvolution(1, 4, 1, 1, 0, false));

    assertThat(run(y)).containsExactly(4, 4, 4, 4, 4, 4, 4, 4, 4);
  }

  /** Each row is 1, 2, 4, mirrored to 2, 1, 2, 4, 2: sums of three are 5, 7, 8, in three rows. */
  @Test
  void mirrorsTheImageAtItsBorder() {
    var x = tf.constant(new float[][][][] {{{{1}, {2}, {4}}, {{1}, {2}, {4}}}});

    var y = layers().convolution(x, new Convolution(1, 3, 1, 1, Border.REFLECTION, false));

    assertThat(run(y)).containsExactly(15, 21, 24, 15, 21, 24);
  }

  @Test
  void refusesAFeatureMapThatIsTooSmallToBeMirrored() {
    var mirrored = new Convolution(1, 3, 1, 1, Border.REFLECTION, false);

    assertThatThrownBy(() -> layers().in("block").convolution(ones(1, 1), mirrored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "net/block: a feature map of [1, 1, 1, 1] is too small to be mirrored 1 pixels wide");
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "5, 7", "2, 3"})
  void layersOfUnknownSizeGiveTheSameAsOfKnownSize(int height, int width) {
    var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, -1, -1, 1)));
    var unknown = everyLayer(x);
    var known = run(everyLayer(ones(height, width)));

    assertThat(unknown.shape().asArray()).containsExactly(1, -1, -1, 1);
    try (var fed = session.runner().fetch(ones(height, width)).run();
        var result = session.runner().feed(x, fed.get(0)).fetch(unknown).run()) {
      assertThat(toArray(result.get(0))).isEqualTo(known);
    }
  }

  private Operand<TFloat32> everyLayer(Operand<TFloat32> x) {
    var up = layers().in("up").transposedConvolution(x, TransposedConvolution.doubling(1, 4, true));
    var more =
        layers().in("more").transposedConvolution(up, TransposedConvolution.doubling(1, 3, true));
    var same = layers().in("same").convolution(more, new Convolution(1, 3, 1, 1, true));
    var dropped = layers().in("same").dropout(same, 0.5);
    return layers().in("down").convolution(dropped, Convolution.halving(1, true));
  }

  /** Sixteen ones are a matrix of one column, whose singular value is the root of 16. */
  @Test
  void spectralNormalizationDividesTheKernelByItsSingularValue() {
    var spectral = layers().spectrallyNormalized(true);
    var down = spectral.in("down").convolution(ones(4, 4), Convolution.halving(1, false));
    var up =
        spectral
            .in("up")
            .transposedConvolution(ones(1, 1), TransposedConvolution.doubling(1, 4, false));

    assertThat(run(down)).containsExactly(2.25f, 2.25f, 2.25f, 2.25f);
    assertThat(run(up)).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
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
    layers().transposedConvolution(ones(2, 2), TransposedConvolution.doubling(3, 4, false));

    assertThat(variables.all().get(0).shape()).isEqualTo(Shape.of(4, 4, 1, 3));
  }

  /** (4 / 2)² pixels of 4 · 4 products for each of 3 filters; 2² pixels spread over 3 · 3 · 3. */
  @Test
  void notesWhatItBuilds() {
    var layers = layers();
    var x = ones(4, 4);
    var down = layers.in("down").convolution(x, Convolution.halving(3, true));
    var up = new TransposedConvolution(1, 3, 2, 1, 1, false);
    var y = layers.in("up").transposedConvolution(down, up);
    var pooled = layers.averagePooling(y, 2, 1);

    assertThat(layers.in("anywhere").notes())
        .containsExactly(
            new LayerNote(
                "net/down",
                LayerNote.Kind.CONVOLUTION,
                "convolution 4x4, stride 2",
                new LayerNote.Window(4, 2, 1),
                4 * 16 * 3,
                x,
                down),
            new LayerNote(
                "net/up",
                LayerNote.Kind.TRANSPOSED_CONVOLUTION,
                "transposed convolution 3x3, stride 2",
                new LayerNote.Window(3, 2, 1),
                4 * 9 * 3,
                down,
                y),
            LayerNote.pooling("net", new LayerNote.Window(2, 1, 0), y, pooled));
  }

  @Test
  void doesNotCountMultiplicationsOfAnImageWhoseSizeIsNotKnown() {
    var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, -1, 4, 1)));
    var layers = layers();
    layers.convolution(x, Convolution.halving(1, false));

    assertThat(layers.notes()).singleElement().returns(0L, LayerNote::multiplications);
  }

  @Test
  void convolvesWithAKernelOfTheCaller() {
    var layers = layers();
    var kernel = tf.constant(new float[][][][] {{{{2}}}});
    var y = layers.convolution(ones(1, 2), kernel, new Convolution(1, 1, 1, 0, false));

    assertThat(run(y)).containsExactly(2, 2);
    assertThat(layers.notes()).singleElement().returns(2L, LayerNote::multiplications);
  }

  private Layers layers() {
    return layers(0);
  }

  private Layers layers(long step) {
    return new Layers(
        tf, variables, snapshot, Phase.TRAINING, new Noise(1, tf.constant(step)), "net");
  }

  private Operand<TFloat32> ones(int height, int width) {
    return tf.fill(tf.constant(Shape.of(1, height, width, 1)), tf.constant(1f));
  }

  private float[] run(Operand<TFloat32> operand) {
    variables.initialize(session);
    try (var result = session.runner().fetch(operand).run()) {
      return toArray(result.get(0));
    }
  }

  private static float[] toArray(Tensor tensor) {
    var values = new float[(int) tensor.size()];
    ((TFloat32) tensor).copyTo(DataBuffers.of(values, false, false));
    return values;
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
