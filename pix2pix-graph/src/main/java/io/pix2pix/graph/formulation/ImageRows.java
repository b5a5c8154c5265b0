package io.pix2pix.graph.formulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.GraphWriter;
import java.util.stream.IntStream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

/**
 * Numbers of rows in tensors that list the rows of several images. How many images there are may
 * only be known when the graph runs.
 *
 * @param batch number of images, or {@link ConvolutionShape#ANY_BATCH}
 * @param images an operand with that many images along its first axis
 * @param to where operations go
 */
record ImageRows(int batch, String images, GraphWriter to) {
  private static final AttrValue WHOLE = GraphWriter.type(DataType.DT_INT32);

  private boolean isKnown() {
    return batch != ConvolutionShape.ANY_BATCH;
  }

  /**
   * The same rows of every image, sorted by kind, then by image.
   *
   * @param rows {@code [kinds count]}, in the first image
   * @param size rows of an image
   * @return {@code [kinds n count]}
   */
  String byKind(int[] rows, int kinds, int size) {
    int count = rows.length / kinds;
    if (isKnown()) {
      return to.integers(
          IntStream.range(0, rows.length * batch)
              .map(i -> rows[i / count / batch * count + i % count] + i / count % batch * size)
              .toArray());
    }
    var inFirst = shaped(to.integers(rows), kinds, 1, count);
    return shaped(sum(inFirst, shaped(beginnings(size), 1, -1, 1)), -1);
  }

  /**
   * The rows of every image, where kinds of rows are listed one behind the other: {@code [kinds n
   * size]}.
   *
   * @param kinds {@code [count]}
   * @param rows {@code [count]}, among those of the first image and one kind
   * @param size rows of an image and one kind
   * @return {@code [n count]}
   */
  String byImage(int[] kinds, int[] rows, int size) {
    int count = rows.length;
    if (isKnown()) {
      return to.integers(
          IntStream.range(0, count * batch)
              .map(i -> (kinds[i % count] * batch + i / count) * size + rows[i % count])
              .toArray());
    }
    var inFirst = sum(product(to.integers(kinds), end(size)), to.integers(rows));
    return shaped(sum(shaped(inFirst, 1, -1), shaped(beginnings(size), -1, 1)), -1);
  }

  /** Where each image begins: {@code [n]}. */
  private String beginnings(int size) {
    var operands = ImmutableList.of(to.scalar(0), end(size), to.scalar(size));
    return to.add("Range", operands, ImmutableMap.of("Tidx", WHOLE));
  }

  /** Where the last image ends. */
  private String end(int size) {
    var ofFloats = ImmutableMap.of("T", GraphWriter.type(DataType.DT_FLOAT), "out_type", WHOLE);
    var shape = to.add("Shape", ImmutableList.of(images), ofFloats);
    var first = ImmutableList.of(shape, to.integers(0), to.integers(1));
    var count = to.add("Slice", first, ImmutableMap.of("T", WHOLE, "Index", WHOLE));
    return product(shaped(count), to.scalar(size));
  }

  private String shaped(String x, int... shape) {
    var operands = ImmutableList.of(x, to.integers(shape));
    return to.add("Reshape", operands, ImmutableMap.of("T", WHOLE, "Tshape", WHOLE));
  }

  private String sum(String a, String b) {
    return to.add("AddV2", ImmutableList.of(a, b), ImmutableMap.of("T", WHOLE));
  }

  private String product(String a, String b) {
    return to.add("Mul", ImmutableList.of(a, b), ImmutableMap.of("T", WHOLE));
  }
}
