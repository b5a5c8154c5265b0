package io.pix2pix.models;

import io.pix2pix.api.network.Variable;
import io.pix2pix.testing.TestGraph;
import java.nio.charset.StandardCharsets;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Numbers that look random and follow from a name and a position alone, so that a script in another
 * language can make the same weights: reference values then need no files.
 *
 * <p>Number {@code i} of a name begins as the sum over its characters of {@code 31^(those behind
 * it)} times the character, plus {@code 2654435761 (i + 1)}, all modulo 2^32; is xored with itself
 * shifted right by 15, multiplied by 2246822519, xored with itself shifted right by 13, divided by
 * 2^32, and lowered by 0.5.
 */
public final class Scattered {
  private static final long MASK = 0xffffffffL;

  private Scattered() {}

  /** Numbers in {@code [-0.5, 0.5)}. */
  public static float[] values(String name, long count) {
    var values = new float[Math.toIntExact(count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(name, i);
    }
    return values;
  }

  /** Images {@code [n, h, w, c]} in {@code [-1, 1)}, in this order of dimensions. */
  public static Operand<TFloat32> images(TestGraph graph, String name, long... shape) {
    var values = values(name, Shape.of(shape).size());
    for (int i = 0; i < values.length; i++) {
      values[i] *= 2;
    }
    return graph.constant(Shape.of(shape), values);
  }

  /**
   * Gives every variable the numbers of its name, kernels as {@code [height, width, in, out]};
   * variances are 1 more.
   */
  public static void fill(TestGraph graph) {
    graph.setAll(Scattered::values);
  }

  private static float[] values(Variable<?> variable) {
    var values = values(variable.name(), variable.size());
    if (variable.name().endsWith("/variance")) {
      for (int i = 0; i < values.length; i++) {
        values[i] += 1;
      }
    }
    return values;
  }

  /** Every so manieth of some numbers, from the first. */
  public static float[] every(int stride, float[] values) {
    var chosen = new float[(values.length + stride - 1) / stride];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[i * stride];
    }
    return chosen;
  }

  private static float value(String name, int i) {
    long hash = 0;
    for (byte character : name.getBytes(StandardCharsets.US_ASCII)) {
      hash = (31 * hash + character) & MASK;
    }
    hash = (hash + (i + 1) * 2654435761L) & MASK;
    hash ^= hash >> 15;
    hash = (hash * 2246822519L) & MASK;
    hash ^= hash >> 13;
    return (float) (hash / 4294967296.0 - 0.5);
  }
}
