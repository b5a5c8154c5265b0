package io.pix2pix.models.features;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.FullObjective;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.network.ParameterGroup;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The feature maps of the discriminator, of all its layers at all its scales, with its weights of
 * the moment (Larsen et al. 2016; Wang et al. 2018, section 3.3).
 */
public record DiscriminatorFeatures() implements Features {

  @Override
  public ImmutableList<Operand<TFloat32>> of(LossContext context, ConditionedImage sample) {
    return context.discriminator().output(sample).scales().stream()
        .flatMap(scale -> scale.features().stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public void check(FullObjective objective) {
    checkArgument(
        objective.trains(ParameterGroup.DISCRIMINATOR),
        "losses: one of them compares features of the discriminator, but none trains it; add"
            + " {name: adversarial}, or set its features to random or pixels");
  }
}
