package io.pix2pix.onnx.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.pix2pix.api.error.InvalidInputException;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Operations that generators of users have, in TensorFlow and in ONNX. */
class ConvertersTest {
  private static final Shape IMAGES = Shape.of(2, 5, 6, 4);
  private static final float TOLERANCE = 1e-5f;

  @Test
  void convolutionsHaveTheZerosOfTensorflowWhateverTheSize() throws OrtException {
    assertAlike((tf, x) -> tf.nn.conv2d(x, kernel(tf, 3, 4, 2), strides(2), "SAME"));
    assertAlike((tf, x) -> tf.nn.conv2d(x, kernel(tf, 4, 4, 2), strides(1), "SAME"));
    assertAlike((tf, x) -> tf.nn.conv2d(x, kernel(tf, 2, 4, 3), strides(3), "VALID"));
    assertAlike(
        (tf, x) ->
            tf.nn.conv2d(
                x,
                kernel(tf, 2, 4, 3),
                strides(1),
                "SAME",
                Conv2d.dilations(List.of(1L, 2L, 2L, 1L))));
    assertAlike(
        (tf, x) ->
            tf.nn.conv2d(
                x,
                kernel(tf, 3, 4, 3),
                strides(2),
                "EXPLICIT",
                Conv2d.explicitPaddings(List.of(0L, 0L, 1L, 0L, 2L, 1L, 0L, 0L))));
  }

  @Test
  void poolingsCountNoZeros() throws OrtException {
    assertAlike((tf, x) -> tf.nn.avgPool(x, strides(3), strides(2), "SAME"));
  }

  @Test
  void slicesAreTheSameParts() throws OrtException {
    assertAlike((tf, x) -> tf.slice(x, ints(tf, 0, 1, 2, 1), ints(tf, 1, -1, 3, 2)));
    assertAlike(
        (tf, x) ->
            tf.stridedSlice(
                x,
                Indices.all(),
                Indices.slice(-4L, -1L),
                Indices.slice(0, 6, 2),
                Indices.sliceFrom(1)));
  }

  @Test
  void bordersAreTheSame() throws OrtException {
    assertAlike((tf, x) -> tf.pad(x, sides(tf, 1, 2), tf.constant(0.5f)));
    assertAlike((tf, x) -> tf.mirrorPad(x, sides(tf, 2, 3), "REFLECT"));
    assertAlike((tf, x) -> tf.mirrorPad(x, sides(tf, 1, 0), "SYMMETRIC"));
  }

  @Test
  void elementsGoWithChannelsImagesAndNumbers() throws OrtException {
    assertAlike((tf, x) -> tf.math.div(tf.math.exp(x), tf.constant(new float[] {1, 2, 3, 4})));
    assertAlike((tf, x) -> tf.math.sub(tf.constant(1f), tf.math.maximum(x, tf.constant(0.1f))));
    assertAlike(
        (tf, x) ->
            tf.math.mul(x, tf.math.rsqrt(tf.math.add(tf.math.square(x), tf.constant(1e-3f)))));
    assertAlike((tf, x) -> tf.math.add(x, tf.math.mean(x, ints(tf, 1, 3), Mean.keepDims(true))));
    assertAlike((tf, x) -> tf.math.add(x, tf.constant(new float[6][4])));
  }

  @Test
  void shapesAreThoseOfTensorflow() throws OrtException {
    assertAlike((tf, x) -> tf.reshape(tf.linalg.transpose(x, ints(tf, 0, 2, 1, 3)), tf.shape(x)));
    assertAlike((tf, x) -> tf.tile(tf.nn.relu(x), ints(tf, 1, 2, 1, 1)));
    assertAlike((tf, x) -> tf.concat(List.of(x, tf.math.neg(x)), tf.constant(-2)));
    assertAlike(
        (tf, x) -> tf.concat(List.of(x, tf.constant(new float[2][5][6][1])), tf.constant(3)));
    assertAlike((tf, x) -> tf.nn.depthToSpace(x, 2L));
  }

  @Test
  void whatFollowsFromConstantsIsComputedOnce() throws OrtException {
    assertAlike(
        (tf, x) -> {
          var half = tf.math.floorDiv(tf.constant(9), tf.constant(2));
          return tf.math.mul(x, tf.dtypes.cast(half, TFloat32.class));
        });
  }

  @Test
  void jarsBringConvertersOfTheirOwn() throws OrtException {
    assertAlike((tf, x) -> tf.math.asin(x));
  }

  @Test
  void namesAnOperationThatItDoesNotKnow() {
    var graph = new ConvertedGraph((tf, x) -> tf.withName("odd").math.atan(x), 4);

    assertThatThrownBy(graph::model)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "odd: the operation Atan is not known to the ONNX export; export a SavedModel, or add an"
                + " OperationConverter for it");
  }

  @Test
  void namesWhatOnnxHasNoCounterpartOf() {
    var graph = new ConvertedGraph((tf, x) -> tf.mirrorPad(x, sides(tf, 2, 2), "SYMMETRIC"), 4);

    assertThatThrownBy(graph::model)
        .hasMessageContaining("the operation MirrorPad, more than one pixel wide");
  }

  @Test
  void saysWhereNothingFollowsFromConditions() {
    var graph = new ConvertedGraph((tf, x) -> tf.constant(new float[1][1][1][1]), 4);

    assertThatThrownBy(graph::model).hasMessageContaining("do not follow from conditions");
  }

  private static void assertAlike(BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> operations)
      throws OrtException {
    var graph = new ConvertedGraph(operations, (int) IMAGES.get(3));
    var values = values(Math.toIntExact(IMAGES.size()), 1);

    var expected = graph.inTensorflow(IMAGES, values);
    assertThat(graph.inOnnx(IMAGES, values)).containsExactly(expected, within(TOLERANCE));
  }

  private static float[] values(int count, long seed) {
    var random = new Random(seed);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  private static Operand<TFloat32> kernel(Ops tf, int edge, int in, int out) {
    var values = values(edge * edge * in * out, 2);
    return tf.reshape(tf.constant(values), tf.constant(Shape.of(edge, edge, in, out)));
  }

  private static Operand<TInt32> ints(Ops tf, int... values) {
    return tf.constant(values);
  }

  private static Operand<TInt32> sides(Ops tf, int high, int wide) {
    return tf.constant(new int[][] {{0, 0}, {high, 0}, {wide, high}, {0, 0}});
  }

  private static List<Long> strides(long stride) {
    return List.of(1L, stride, stride, 1L);
  }
}
