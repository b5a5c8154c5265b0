package io.pix2pix.models;

import io.pix2pix.api.Discriminator;
import io.pix2pix.api.Generator;
import io.pix2pix.api.Initializer;
import io.pix2pix.api.Loss;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.Objective;
import io.pix2pix.api.Upsampling;
import io.pix2pix.api.game.ConstantWeight;
import io.pix2pix.api.game.Weight;
import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.models.discriminator.ImageGan;
import io.pix2pix.models.discriminator.MultiScale;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.discriminator.PixelGan;
import io.pix2pix.models.generator.EncoderDecoder;
import io.pix2pix.models.generator.Resnet;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.initializer.Normal;
import io.pix2pix.models.loss.Adversarial;
import io.pix2pix.models.loss.L1;
import io.pix2pix.models.loss.L2;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.GroupNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.LayerNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.objective.CrossEntropy;
import io.pix2pix.models.objective.LeastSquares;
import io.pix2pix.models.upsampling.ResizeUpsampling;
import io.pix2pix.models.upsampling.SubPixelUpsampling;
import io.pix2pix.models.upsampling.TransposedUpsampling;

/** The networks and losses that an experiment file can name. */
public final class ModelsModule extends PluginModule {
  @Override
  protected void plugins() {
    plugin(Generator.class, "unet", Unet.class);
    plugin(Generator.class, "encoder-decoder", EncoderDecoder.class);
    plugin(Generator.class, "resnet", Resnet.class);
    plugin(Discriminator.class, "pixel", PixelGan.class);
    plugin(Discriminator.class, "patch", PatchGan.class);
    plugin(Discriminator.class, "image", ImageGan.class);
    plugin(Discriminator.class, "multi-scale", MultiScale.class);
    plugin(Normalization.class, "batch", BatchNormalization.class);
    plugin(Normalization.class, "instance", InstanceNormalization.class);
    plugin(Normalization.class, "group", GroupNormalization.class);
    plugin(Normalization.class, "layer", LayerNormalization.class);
    plugin(Normalization.class, "none", NoNormalization.class);
    plugin(Upsampling.class, "transposed-convolution", TransposedUpsampling.class);
    plugin(Upsampling.class, "resize-convolution", ResizeUpsampling.class);
    plugin(Upsampling.class, "sub-pixel", SubPixelUpsampling.class);
    plugin(Initializer.class, "normal", Normal.class);
    plugin(Objective.class, "cross-entropy", CrossEntropy.class);
    plugin(Objective.class, "least-squares", LeastSquares.class);
    plugin(Weight.class, "constant", ConstantWeight.class);
    plugin(Loss.class, "adversarial", Adversarial.class);
    plugin(Loss.class, "l1", L1.class);
    plugin(Loss.class, "l2", L2.class);
  }
}
