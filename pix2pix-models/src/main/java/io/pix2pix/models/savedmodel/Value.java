package io.pix2pix.models.savedmodel;

import org.tensorflow.Output;

/** What flows between the nodes of a saved graph. */
sealed interface Value {

  /** A tensor of our graph. */
  record Tensor(Output<?> output) implements Value {}

  /**
   * A variable that is yet to be read.
   *
   * @param node of the saved graph that holds it
   */
  record Handle(String node) implements Value {}
}
