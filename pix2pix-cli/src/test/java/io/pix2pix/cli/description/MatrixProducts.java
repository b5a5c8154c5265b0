package io.pix2pix.cli.description;

import io.pix2pix.api.network.Border;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Convolutions;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.LayerNote;
import io.pix2pix.api.network.Layers;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Two convolutions as a plug-in might compute them: the patches of an image times a matrix. */
record MatrixProducts() implements Generator {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
    var first = convolved(layers.in("first"), condition, Convolution.halving(8, false));
    var active = layers.leakyRelu(first, 0.2f);
    return convolved(layers.in("second"), active, Convolution.halving(channels, false));
  }

  private static Operand<TFloat32> convolved(
      Layers here, Operand<TFloat32> x, Convolution convolution) {
    var tf = here.tf();
    long edge = convolution.kernel();
    long stride = convolution.stride();
    long numbers = edge * edge * x.shape().get(3);
    var padded = Convolutions.padded(tf, x, convolution.padding(), Border.ZEROS);
    var patches =
        tf.image.extractImagePatches(
            padded,
            List.of(1L, edge, edge, 1L),
            List.of(1L, stride, stride, 1L),
            List.of(1L, 1L, 1L, 1L),
            "VALID");
    var shape = Shape.of(numbers, convolution.filters());
    var matrix =
        here.parameter(
            "kernel", shape, (ops, of, seed) -> ops.zeros(ops.constant(of), TFloat32.class));
    var rows = tf.reshape(patches, tf.constant(new long[] {-1, numbers}));
    var result =
        Shape.of(
            x.shape().get(0),
            convolution.shrunk(x.shape().get(1)),
            convolution.shrunk(x.shape().get(2)),
            convolution.filters());
    var y = tf.reshape(tf.linalg.matMul(rows, matrix), tf.constant(result.asArray()));
    here.note(LayerNote.convolution(here.path(), convolution, x, y));
    return y;
  }

  @Override
  public int sizeMultiple() {
    return 4;
  }
}
