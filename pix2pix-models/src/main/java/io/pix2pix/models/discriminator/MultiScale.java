package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Judges the image at several scales, each half as large as the one before, by discriminators of
 * the same kind with weights of their own (Wang et al. 2018, High-Resolution Image Synthesis and
 * Semantic Manipulation with Conditional GANs, section 3.2).
 *
 * @param scales how many; the finest is the image as it is
 * @param discriminator of each scale
 */
public record MultiScale(
    @Setting(value = "2", min = 1, max = 8, meaning = "how many, each half as large") int scales,
    @Setting(value = "patch", meaning = "of each scale, with weights of its own")
        Discriminator discriminator)
    implements Discriminator {

  @Override
  public boolean conditional() {
    return discriminator.conditional();
  }

  /** That of the coarsest scale, in pixels of the image. */
  @Override
  public int receptiveField() {
    int field = discriminator.receptiveField();
    for (int scale = 2; scale <= scales; scale++) {
      field = AveragePooling.fieldBefore(field);
    }
    return field;
  }

  @Override
  public boolean mixesImages() {
    return discriminator.mixesImages();
  }

  /**
   * @throws IllegalArgumentException if the image is so small at some scale that no logit would be
   *     left
   */
  @Override
  public DiscriminatorOutput build(Layers layers, Operand<TFloat32> input) {
    var judged = ImmutableList.<DiscriminatorOutput.Scale>builder();
    var x = input;
    for (int scale = 1; scale <= scales; scale++) {
      if (scale > 1) {
        x = AveragePooling.halved(layers, x);
      }
      judged.addAll(judge(layers.in("scale" + scale), x, scale).scales());
    }
    return new DiscriminatorOutput(judged.build());
  }

  private DiscriminatorOutput judge(Layers here, Operand<TFloat32> x, int scale) {
    try {
      return discriminator.build(here, x);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format("scale %d of %d: %s", scale, scales, e.getMessage()), e);
    }
  }
}
