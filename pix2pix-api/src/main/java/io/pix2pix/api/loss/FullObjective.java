package io.pix2pix.api.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.ParameterGroup;

/**
 * What all networks of an experiment minimize together, as one of its losses sees it before
 * anything runs.
 *
 * @param losses all of them, in the order of the experiment
 * @param discriminator D, whether one of them trains it or not
 */
public record FullObjective(ImmutableList<Loss> losses, Discriminator discriminator) {

  /** Whether one of the losses gives a network something to learn. */
  public boolean trains(ParameterGroup group) {
    return losses.stream().anyMatch(loss -> loss.trains(group));
  }
}
