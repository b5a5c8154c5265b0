package io.pix2pix.graph.convolution;

/**
 * A way to compute a convolution or a gradient of it. Whether it is taken for a shape is decided by
 * a measurement on the machine, after its result was compared with that of the plain operation.
 *
 * <p>A plug-in: a record, and a line in a Guice module that adds it to the set of formulations.
 */
public interface Formulation {
  /** Under this name it stands in the plans of runs and of machines. */
  String name();

  /** Whether it can compute convolutions of a shape. */
  boolean fits(ConvolutionShape shape);

  /**
   * Writes operations that take the place of a convolution. The last one has its name.
   *
   * @param node of a shape that {@link #fits}
   */
  void write(ConvolutionNode node, GraphWriter to);
}
