package io.pix2pix.models;

import io.pix2pix.api.Discriminator;
import io.pix2pix.api.Features;
import io.pix2pix.api.Generator;
import io.pix2pix.api.Initializer;
import io.pix2pix.api.Loss;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.Objective;
import io.pix2pix.api.game.ConstantWeight;
import io.pix2pix.api.game.Weight;
import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.models.discriminator.ImageGan;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.discriminator.PixelGan;
import io.pix2pix.models.features.DiscriminatorFeatures;
import io.pix2pix.models.features.PixelFeatures;
import io.pix2pix.models.features.RandomFeatures;
import io.pix2pix.models.generator.EncoderDecoder;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.initializer.Normal;
import io.pix2pix.models.loss.Adversarial;
import io.pix2pix.models.loss.Charbonnier;
import io.pix2pix.models.loss.L1;
import io.pix2pix.models.loss.L2;
import io.pix2pix.models.loss.feature.Contextual;
import io.pix2pix.models.loss.feature.Covariance;
import io.pix2pix.models.loss.feature.FeatureMatching;
import io.pix2pix.models.loss.feature.Gram;
import io.pix2pix.models.loss.feature.NearestPatch;
import io.pix2pix.models.loss.neighbour.ConditionalRandomField;
import io.pix2pix.models.loss.neighbour.GradientDifference;
import io.pix2pix.models.loss.neighbour.PseudoPrior;
import io.pix2pix.models.loss.neighbour.TotalVariation;
import io.pix2pix.models.loss.similarity.MultiScaleSimilarity;
import io.pix2pix.models.loss.similarity.StructuralSimilarity;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.objective.CrossEntropy;
import io.pix2pix.models.objective.LeastSquares;
import io.pix2pix.models.weight.Cosine;
import io.pix2pix.models.weight.Linear;
import io.pix2pix.models.weight.Step;

/** The networks and losses that an experiment file can name. */
public final class ModelsModule extends PluginModule {
  @Override
  protected void plugins() {
    plugin(Generator.class, "unet", Unet.class);
    plugin(Generator.class, "encoder-decoder", EncoderDecoder.class);
    plugin(Discriminator.class, "pixel", PixelGan.class);
    plugin(Discriminator.class, "patch", PatchGan.class);
    plugin(Discriminator.class, "image", ImageGan.class);
    plugin(Normalization.class, "batch", BatchNormalization.class);
    plugin(Normalization.class, "instance", InstanceNormalization.class);
    plugin(Normalization.class, "none", NoNormalization.class);
    plugin(Initializer.class, "normal", Normal.class);
    plugin(Objective.class, "cross-entropy", CrossEntropy.class);
    plugin(Objective.class, "least-squares", LeastSquares.class);
    plugin(Weight.class, "constant", ConstantWeight.class);
    plugin(Weight.class, "linear", Linear.class);
    plugin(Weight.class, "cosine", Cosine.class);
    plugin(Weight.class, "step", Step.class);
    plugin(Features.class, "pixels", PixelFeatures.class);
    plugin(Features.class, "discriminator", DiscriminatorFeatures.class);
    plugin(Features.class, "random", RandomFeatures.class);
    plugin(Loss.class, "adversarial", Adversarial.class);
    plugin(Loss.class, "l1", L1.class);
    plugin(Loss.class, "l2", L2.class);
    plugin(Loss.class, "charbonnier", Charbonnier.class);
    plugin(Loss.class, "total-variation", TotalVariation.class);
    plugin(Loss.class, "gradient-difference", GradientDifference.class);
    plugin(Loss.class, "conditional-random-field", ConditionalRandomField.class);
    plugin(Loss.class, "pseudo-prior", PseudoPrior.class);
    plugin(Loss.class, "ssim", StructuralSimilarity.class);
    plugin(Loss.class, "ms-ssim", MultiScaleSimilarity.class);
    plugin(Loss.class, "feature-matching", FeatureMatching.class);
    plugin(Loss.class, "gram", Gram.class);
    plugin(Loss.class, "covariance", Covariance.class);
    plugin(Loss.class, "nearest-patch", NearestPatch.class);
    plugin(Loss.class, "contextual", Contextual.class);
  }
}
