package io.pix2pix.train.game;

import io.pix2pix.api.Discriminator;
import io.pix2pix.api.game.Judge;
import io.pix2pix.api.game.Judgement;
import io.pix2pix.api.game.Sample;
import io.pix2pix.api.network.Layers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Shows the discriminator the condition beside the image, if it wants it, and each image once. */
final class ConditionalJudge implements Judge {
  private final Discriminator discriminator;
  private final Layers layers;
  private final Map<Sample, Judgement> judged = new HashMap<>();

  ConditionalJudge(Discriminator discriminator, Layers layers) {
    this.discriminator = discriminator;
    this.layers = layers;
  }

  @Override
  public Judgement judge(Sample sample) {
    var known = judged.get(sample);
    if (known != null) {
      return known;
    }
    var judgement = discriminator.build(layers, input(sample));
    judged.put(sample, judgement);
    return judgement;
  }

  private Operand<TFloat32> input(Sample sample) {
    if (!discriminator.conditional()) {
      return sample.image();
    }
    var tf = layers.tf();
    return tf.concat(List.of(sample.condition(), sample.image()), tf.constant(3));
  }
}
