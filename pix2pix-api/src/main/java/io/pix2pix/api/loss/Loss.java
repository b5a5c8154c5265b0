package io.pix2pix.api.loss;

import io.pix2pix.api.Experiment;

import com.google.common.collect.ImmutableList;
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
   * Whether this loss makes sense in an experiment: asked before anything runs.
   *
   * @throws IllegalArgumentException if it does not; the message says what is wrong, and what would
   *     be right
   */
  default void check(Experiment experiment) {}
}
