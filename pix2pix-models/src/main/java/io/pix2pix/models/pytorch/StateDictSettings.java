package io.pix2pix.models.pytorch;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;

/**
 * Which of our settings the public PyTorch port has too.
 *
 * <p>It normalizes by batch with scale, offset and running statistics, by instance without any of
 * these, or not at all. Its convolutions have a bias with instance normalization only; beside that,
 * the first and last convolutions of some networks always have one.
 */
public final class StateDictSettings {
  private static final double EPSILON = 1e-5;

  private StateDictSettings() {}

  /**
   * The port's layers of a network.
   *
   * @param names our layer to the port's
   * @param biased our layers that have a bias in the port whatever the normalization is
   * @throws IllegalArgumentException if the port does not have such a normalization
   */
  public static StateDictLayers layers(
      Normalization normalization, ImmutableMap<String, String> names, String... biased) {
    boolean byInstance = normalization.equals(new InstanceNormalization(EPSILON));
    checkArgument(
        byInstance
            || normalization.equals(new BatchNormalization(EPSILON))
            || normalization.equals(new NoNormalization()),
        "normalization: the PyTorch port has batch and instance, with an epsilon of 1.0e-5, and none");
    if (byInstance) {
      return StateDictLayers.of(names);
    }
    var always = ImmutableSet.copyOf(biased);
    return new StateDictLayers(
        names,
        names.keySet().stream()
            .filter(layer -> !layer.endsWith("/normalization") && !always.contains(layer))
            .collect(ImmutableSet.toImmutableSet()));
  }

  /**
   * The normalization that a file tells.
   *
   * @param convolution the port's name of one that has no bias but for instance normalization
   * @param normalization the port's name of what follows it
   */
  public static Normalization normalization(
      StateDictShapes tensors, String convolution, String normalization) {
    // Not by running statistics: old files hold them for instance normalization too.
    if (tensors.has(normalization + ".weight")) {
      return new BatchNormalization(EPSILON);
    }
    return tensors.has(convolution + ".bias")
        ? new InstanceNormalization(EPSILON)
        : new NoNormalization();
  }

  /**
   * Refuses what the port does not have.
   *
   * @throws IllegalArgumentException if the setting is on
   */
  public static void refuseSpectral(boolean spectralNormalization) {
    checkArgument(
        !spectralNormalization,
        "spectralNormalization: the PyTorch port has none; it must be false");
  }

  /**
   * Refuses what the port does not have.
   *
   * @param kernel edge of the port's transposed convolutions, in pixels
   * @throws IllegalArgumentException if the upsampling is another
   */
  public static void requireTransposed(Upsampling upsampling, int kernel) {
    checkArgument(
        upsampling.equals(new TransposedUpsampling(kernel)),
        "upsampling: the PyTorch port has transposed-convolution with a kernel of %s here",
        kernel);
  }
}
