package io.pix2pix.train.game;

import io.pix2pix.api.Discriminator;
import io.pix2pix.api.game.Judge;
import io.pix2pix.api.game.Judgement;
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
  private final Operand<TFloat32> condition;
  private final Map<Operand<TFloat32>, Judgement> judged = new HashMap<>();

  ConditionalJudge(Discriminator discriminator, Layers layers, Operand<TFloat32> condition) {
    this.discriminator = discriminator;
    this.layers = layers;
    this.condition = condition;
  }

  @Override
  public Judgement judge(Operand<TFloat32> images) {
    var known = judged.get(images);
    if (known != null) {
      return known;
    }
    var judgement = discriminator.build(layers, input(images));
    judged.put(images, judgement);
    return judgement;
  }

  private Operand<TFloat32> input(Operand<TFloat32> images) {
    if (!discriminator.conditional()) {
      return images;
    }
    return layers.tf().concat(List.of(condition, images), layers.tf().constant(3));
  }
}
