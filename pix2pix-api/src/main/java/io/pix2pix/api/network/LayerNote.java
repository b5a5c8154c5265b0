package io.pix2pix.api.network;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * What a layer says of itself, however it is computed. {@link Layers} note what they build; a
 * plug-in that computes a layer by operations of its own hands a note to {@link Layers#note}.
 *
 * @param path of the layer, for example {@code generator/encoder1}; its parameters lie under it
 * @param kind of layer
 * @param operation what it is called, for example {@code convolution 4x4, stride 2}
 * @param window what one pixel of the result sees of the feature map
 * @param multiplications multiply-accumulate operations for one image; 0 where its height or width
 *     is not known
 * @param input {@code [n, h, w, in]}
 * @param output {@code [n, h', w', out]}, after the bias
 */
public record LayerNote(
    String path,
    Kind kind,
    String operation,
    Window window,
    long multiplications,
    Operand<TFloat32> input,
    Operand<TFloat32> output) {

  /** A convolution of {@code x} that gives {@code y}. */
  public static LayerNote convolution(
      String path, Convolution convolution, Operand<TFloat32> x, Operand<TFloat32> y) {
    var window = new Window(convolution.kernel(), convolution.stride(), convolution.padding());
    long multiplications = pixels(y) * products(window, x, convolution.filters());
    var words = "convolution " + window;
    return new LayerNote(path, Kind.CONVOLUTION, words, window, multiplications, x, y);
  }

  /**
   * A transposed convolution of {@code x} that gives {@code y}. Its window lies on the result: that
   * over which a pixel of the feature map is spread.
   */
  public static LayerNote transposedConvolution(
      String path, TransposedConvolution convolution, Operand<TFloat32> x, Operand<TFloat32> y) {
    var window = new Window(convolution.kernel(), convolution.stride(), convolution.padding());
    long multiplications = pixels(x) * products(window, x, convolution.filters());
    var words = "transposed convolution " + window;
    return new LayerNote(path, Kind.TRANSPOSED_CONVOLUTION, words, window, multiplications, x, y);
  }

  /** A pooling of {@code x} that gives {@code y}; its sums do not count as multiplications. */
  public static LayerNote pooling(
      String path, Window window, Operand<TFloat32> x, Operand<TFloat32> y) {
    return new LayerNote(path, Kind.POOLING, "pooling " + window, window, 0, x, y);
  }

  private static long products(Window window, Operand<TFloat32> x, int filters) {
    return (long) window.kernel() * window.kernel() * x.shape().get(3) * filters;
  }

  private static long pixels(Operand<TFloat32> map) {
    long height = map.shape().get(1);
    long width = map.shape().get(2);
    boolean known = height != Shape.UNKNOWN_SIZE && width != Shape.UNKNOWN_SIZE;
    return known ? height * width : 0;
  }

  /** What is computed, whatever it is computed with. */
  public enum Kind {
    /** A convolution. */
    CONVOLUTION,
    /** A transposed convolution. */
    TRANSPOSED_CONVOLUTION,
    /** Each channel summed up by itself, without parameters. */
    POOLING,
    /** Anything else. */
    OTHER
  }

  /**
   * A square that moves over a feature map.
   *
   * @param kernel its edge, in pixels
   * @param stride how far it moves, in pixels
   * @param padding pixels around the map, on each side
   */
  public record Window(int kernel, int stride, int padding) {
    /** A single pixel: what is computed for each by itself. */
    public static final Window PIXEL = new Window(1, 1, 0);

    /** For example {@code 4x4, stride 2}. */
    @Override
    public String toString() {
      var size = kernel + "x" + kernel;
      return stride == 1 ? size : size + ", stride " + stride;
    }
  }
}
