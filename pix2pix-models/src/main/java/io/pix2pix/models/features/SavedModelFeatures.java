package io.pix2pix.models.features;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.models.savedmodel.FrozenModel;
import java.nio.file.Path;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a network of the user's makes of an image: a TensorFlow SavedModel, its weights frozen. Its
 * signature takes one batch of images in {@code [-1, 1]} and gives feature maps.
 *
 * @param model folder of the SavedModel
 * @param signature its name
 * @param outputs of the signature, each a feature map {@code [n, h, w, c]} of float32
 */
public record SavedModelFeatures(
    @Setting(meaning = "folder of a TensorFlow SavedModel, which takes images in [-1, 1]")
        String model,
    @Setting(value = "serving_default", meaning = "name of its signature") String signature,
    @Setting(meaning = "names of outputs that are feature maps") ImmutableList<String> outputs)
    implements Features {

  @Override
  public ImmutableList<Operand<TFloat32>> of(LossContext context, ConditionedImage sample) {
    var image = colors(context.tf(), sample.image());
    return new FrozenModel(Path.of(model), signature).build(context.tf(), image, outputs);
  }

  /** Models know colors: gray becomes three equal channels. */
  private static Operand<TFloat32> colors(Ops tf, Operand<TFloat32> image) {
    return image.shape().get(3) == 1
        ? tf.concat(ImmutableList.of(image, image, image), tf.constant(3))
        : image;
  }
}
