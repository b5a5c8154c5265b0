package io.pix2pix.bench.metric.feature;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.EvaluationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature.TensorDescription;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** A user's SavedModel that turns images {@code [n, h, w, 3]} into features {@code [n, d]}. */
final class FeatureModel implements AutoCloseable {
  private final Path folder;
  private final SavedModelBundle bundle;
  private final SessionFunction function;
  private final String input;
  private final double low;
  private final double high;

  private FeatureModel(Path folder, SavedModelBundle bundle, double low, double high) {
    this.folder = folder;
    this.bundle = bundle;
    this.low = low;
    this.high = high;
    function = function(folder, bundle);
    input = function.signature().inputNames().iterator().next();
  }

  /**
   * Opens a model.
   *
   * @param low what black becomes for the model
   * @param high what white becomes
   * @throws InvalidInputException if the folder holds none, or one with other than one input and
   *     one output
   */
  static FeatureModel open(Path folder, double low, double high) {
    if (!Files.exists(folder.resolve("saved_model.pb"))) {
      throw new InvalidInputException(
          folder + ": holds no saved_model.pb; set model to the folder of a TensorFlow SavedModel");
    }
    SavedModelBundle bundle;
    try {
      bundle = SavedModelBundle.load(folder.toString(), SavedModelBundle.DEFAULT_TAG);
    } catch (TensorFlowException e) {
      throw new InvalidInputException(
          folder + ": cannot be loaded as a SavedModel (" + e.getMessage() + "); export it anew",
          e);
    }
    try {
      return new FeatureModel(folder, bundle, low, high);
    } catch (RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  private static SessionFunction function(Path folder, SavedModelBundle bundle) {
    return bundle.functions().stream()
        .filter(FeatureModel::fits)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    folder
                        + ": has no signature from one tensor [n, h, w, 3] of float32 to one tensor"
                        + " [n, d]; export one, with whatever resizing it wants inside"));
  }

  private static boolean fits(SessionFunction function) {
    var signature = function.signature();
    if (signature.inputNames().size() != 1 || signature.outputNames().size() != 1) {
      return false;
    }
    return isFloats(signature.getInputs().values().iterator().next(), 4)
        && isFloats(signature.getOutputs().values().iterator().next(), 2);
  }

  private static boolean isFloats(TensorDescription tensor, int dimensions) {
    return tensor.dataType == DataType.DT_FLOAT && tensor.shape.numDimensions() == dimensions;
  }

  /**
   * The features of an image.
   *
   * @param image {@code [h, w, 3]}, or gray {@code [h, w, 1]}, in {@code [-1, 1]}
   * @param name of it, for messages
   * @return {@code [d]}
   * @throws InvalidInputException if the model cannot take it
   */
  float[] features(Image image, String name) {
    var colors = image.toColors();
    var values = colors.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (low + (values[i] + 1) / 2 * (high - low));
    }
    var shape = Shape.of(1, colors.height(), colors.width(), colors.channels());
    try (var tensor = TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
        var result = function.call(ImmutableMap.of(input, tensor))) {
      var found = (TFloat32) result.get(0);
      var features = new float[Math.toIntExact(found.size())];
      found.copyTo(DataBuffers.of(features, false, false));
      return features;
    } catch (TensorFlowException e) {
      throw new InvalidInputException(
          "%s: %s: the model does not take it (%s); export it with weights (Keras: model.export) and resizing inside"
              .formatted(folder, name, e.getMessage()),
          e);
    }
  }

  /**
   * Refuses pairs whose targets the model does not take: TensorFlow does not always refuse what a
   * signature does not allow, and a signature not always what the layers behind it do.
   *
   * @throws InvalidInputException if there are any
   */
  void requireTakes(EvaluationContext context) {
    var wanted = function.signature().getInputs().values().iterator().next().shape;
    var pairs = context.measured();
    var first = context.shown(0).target().toColors();
    for (int i = 0; i < pairs.size(); i++) {
      var target = pairs.shape(i).target();
      var found = Shape.of(1, target.height(), target.width(), first.channels());
      if (!wanted.isCompatibleWith(found)) {
        throw new InvalidInputException(
            "%s: %s: the model takes %s, not %s; export it with unknown sizes, and with resizing inside"
                .formatted(folder, pairs.name(i), wanted, found));
      }
    }
    features(first, pairs.name(0));
  }

  @Override
  public void close() {
    bundle.close();
  }
}
