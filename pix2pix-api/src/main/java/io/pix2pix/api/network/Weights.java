package io.pix2pix.api.network;

/** Whether the weights of a session change while it is in use. */
public enum Weights {
  /** By training. */
  CHANGING,

  /**
   * They are set once, before the graph is run: what follows from them alone can be computed once,
   * by {@link GraphSession#prepare}.
   */
  FIXED
}
