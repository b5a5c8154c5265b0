package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import org.tensorflow.ndarray.Shape;

/**
 * A network as it stands in a graph.
 *
 * @param name for example {@code generator}
 * @param input {@code [n, h, w, c]}
 * @param outputs each {@code [n, h', w', c']}; several where a discriminator judges at several
 *     scales
 * @param layers in the order in which they are built
 * @param receptiveField edge of the part of the input that one pixel of an output sees through
 *     convolutions, in pixels; of several outputs, the largest
 */
public record NetworkDescription(
    String name,
    Shape input,
    ImmutableList<Shape> outputs,
    ImmutableList<LayerDescription> layers,
    long receptiveField) {

  /** Trained numbers. */
  public long parameters() {
    return layers.stream().mapToLong(LayerDescription::parameters).sum();
  }

  /** Multiply-accumulate operations for one image. */
  public long multiplications() {
    return layers.stream().mapToLong(LayerDescription::multiplications).sum();
  }
}
