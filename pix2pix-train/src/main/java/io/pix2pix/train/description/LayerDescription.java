package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.LayerNote;
import org.tensorflow.ndarray.Shape;

/**
 * A layer of a network, as it notes itself, and where it stands.
 *
 * @param name its path within the network, for example {@code encoder1}
 * @param kind what it computes; of parameters that no layer has, {@code OTHER}
 * @param operation for example {@code convolution 4x4, stride 2}
 * @param output {@code [n, h, w, c]}
 * @param parameters trained numbers, those of its normalization included
 * @param multiplications multiply-accumulate operations for one image
 * @param receptiveField edge of the part of the input that one pixel of the output sees through
 *     convolutions, in pixels; what normalization sees does not count
 * @param inputs the layers that it is fed by, {@link #INPUT} for the network's own input
 */
public record LayerDescription(
    String name,
    LayerNote.Kind kind,
    String operation,
    Shape output,
    long parameters,
    long multiplications,
    long receptiveField,
    ImmutableList<String> inputs) {
  /** What the network is given, as an input of a layer. */
  public static final String INPUT = "input";
}
