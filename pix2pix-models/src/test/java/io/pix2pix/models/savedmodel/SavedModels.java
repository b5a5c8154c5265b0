package io.pix2pix.models.savedmodel;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Small models to read. */
public final class SavedModels {
  private SavedModels() {}

  /**
   * Writes a model of two channels with the signature {@code serving_default}: {@code small} is
   * {@code tanh(0.5 a - b)} of channels {@code a} and {@code b}, with the weights in a variable;
   * {@code both} is the same beside the image; {@code mean} is a number.
   *
   * @return the folder
   */
  public static Path ofTwoChannels(Path folder) {
    try (var graph = new Graph();
        var session = new Session(graph)) {
      var tf = Ops.create(graph);
      var image = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 2)));
      var kernel =
          tf.variable(tf.reshape(tf.constant(new float[] {0.5f, -1}), tf.array(1, 1, 2, 1)));
      var small = tf.math.tanh(tf.nn.conv2d(image, kernel, List.of(1L, 1L, 1L, 1L), "SAME"));
      var both = tf.concat(List.<Operand<TFloat32>>of(small, image), tf.constant(3));
      var mean = tf.math.mean(small, tf.array(0, 1, 2, 3));
      session.initialize();
      var signature =
          Signature.builder("serving_default")
              .input("image", image)
              .output("small", small)
              .output("both", both)
              .output("mean", mean)
              .build();
      SavedModelBundle.exporter(folder.toString())
          .withSession(session)
          .withSignature(signature)
          .export();
      return folder;
    } catch (IOException e) {
      return fail(e);
    }
  }
}
