package io.pix2pix.api.pytorch;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * What the public PyTorch port calls the layers of a network in its {@code state_dict}.
 *
 * @param names our layer, for example {@code encoder2/normalization}, to the port's, for example
 *     {@code model.model.1.model.2}
 * @param withoutBias our layers that have no bias in the port: one that has a bias here starts from
 *     zero when its weights come from there, and they go there only while it is zero
 */
public record StateDictLayers(ImmutableMap<String, String> names, ImmutableSet<String> withoutBias) {

  /** Layers that have a bias exactly where the port's have one. */
  public static StateDictLayers of(ImmutableMap<String, String> names) {
    return new StateDictLayers(names, ImmutableSet.of());
  }
}
