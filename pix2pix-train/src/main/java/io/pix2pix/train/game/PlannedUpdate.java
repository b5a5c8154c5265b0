package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.ParameterGroup;

/**
 * The update of one parameter group in a step.
 *
 * @param group whose parameters change
 * @param terms what they minimize, in the order of the experiment
 * @param rate the learning rate, as a multiple of the optimizer's
 * @param frozenUntil the first step in which they change
 */
record PlannedUpdate(
    ParameterGroup group, ImmutableList<Term> terms, double rate, long frozenUntil) {

  /** Whether the parameters are the generator's, or those of a part of it. */
  boolean trainsGenerator() {
    return ParameterGroup.GENERATOR.contains(group);
  }

  /** Whether the parameters stay as they are in a step. */
  boolean frozen(long step) {
    return step < frozenUntil;
  }
}
