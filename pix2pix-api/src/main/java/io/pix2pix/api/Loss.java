package io.pix2pix.api;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.game.Term;
import io.pix2pix.api.plugin.Role;

/** Something that players are asked to minimise. Any list of losses composes. */
@Role(value = "loss", meaning = "a term of the objective, with its weight")
public interface Loss {

  /** The scalars of this loss, each with the player that minimises it; their columns differ. */
  ImmutableList<Term> terms();
}
