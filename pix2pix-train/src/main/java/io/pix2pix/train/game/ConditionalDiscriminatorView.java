package io.pix2pix.train.game;

import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.loss.DiscriminatorView;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.network.Layers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Shows the discriminator the condition beside the image, if it wants it, and each image once. */
final class ConditionalDiscriminatorView implements DiscriminatorView {
  private final Discriminator discriminator;
  private final Layers layers;
  private final Map<ConditionedImage, DiscriminatorOutput> outputs = new HashMap<>();

  ConditionalDiscriminatorView(Discriminator discriminator, Layers layers) {
    this.discriminator = discriminator;
    this.layers = layers;
  }

  @Override
  public DiscriminatorOutput output(ConditionedImage sample) {
    var known = outputs.get(sample);
    if (known != null) {
      return known;
    }
    var output = discriminator.build(layers, input(sample));
    outputs.put(sample, output);
    return output;
  }

  private Operand<TFloat32> input(ConditionedImage sample) {
    if (!discriminator.conditional()) {
      return sample.image();
    }
    var tf = layers.tf();
    return tf.concat(List.of(sample.condition(), sample.image()), tf.constant(3));
  }
}
