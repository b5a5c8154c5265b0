package io.pix2pix.api.loss;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.plugin.Role;

/** Something to be minimized. Any list of losses composes. */
@Role(value = "loss", meaning = "a term of the objective, with its weight")
public interface Loss {

  /**
   * The scalars of this loss, each with the parameter group that minimizes it; their columns
   * differ.
   */
  ImmutableList<Term> terms();

  /**
   * Whether this loss gives a network something to learn. A penalty that only bounds a network that
   * other losses train answers false for it, though it has a term for it.
   *
   * @param group the network's parameters
   */
  default boolean trains(ParameterGroup group) {
    return terms().stream().anyMatch(term -> term.group().equals(group));
  }

  /**
   * Whether this loss makes sense in an experiment: asked before anything runs.
   *
   * @param objective of the experiment; this loss is a part of it
   * @throws IllegalArgumentException if it does not; the message says what is wrong, and what would
   *     be right
   */
  default void check(FullObjective objective) {}
}
