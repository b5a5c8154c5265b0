package io.pix2pix.api;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.plugin.Setting;

/**
 * The networks that an experiment trains beside its generator and its discriminator, and the order
 * in which all of them are updated within a step. Losses reach further networks by name, through
 * {@link io.pix2pix.api.loss.LossContext}.
 *
 * @param generators by name, for example one of the opposite direction
 * @param discriminators by name
 * @param updates in the order of a step; empty for D, then networks that losses bring, then G
 */
public record Networks(
    @Setting(value = "[]", meaning = "further generators by name, for losses that use them")
        ImmutableList<NamedGenerator> generators,
    @Setting(value = "[]", meaning = "further discriminators by name, for losses that use them")
        ImmutableList<NamedDiscriminator> discriminators,
    @Setting(
            value = "[]",
            meaning = "who is updated in a step, in this order; []: D, further networks, then G")
        ImmutableList<NetworkUpdate> updates) {

  /** One generator and one discriminator, updated in the usual order. */
  public static Networks standard() {
    return new Networks(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
  }

  /**
   * A further generator.
   *
   * @param name lower-case letters and dashes; also the first part of its variables' names
   * @param generator the network
   */
  public record NamedGenerator(
      @Setting(meaning = "lower-case letters and dashes; also the first part of its weights' names")
          String name,
      @Setting(value = "unet", meaning = "the network") Generator generator) {}

  /**
   * A further discriminator.
   *
   * @param name lower-case letters and dashes; also the first part of its variables' names
   * @param discriminator the network
   */
  public record NamedDiscriminator(
      @Setting(meaning = "lower-case letters and dashes; also the first part of its weights' names")
          String name,
      @Setting(value = "patch", meaning = "the network") Discriminator discriminator) {}
}
