package io.pix2pix.api.pytorch;

import java.util.Optional;

/**
 * A generator or discriminator that the public PyTorch port has too: its weights can come from
 * there, and go there.
 *
 * @param <N> the role: {@code Generator} or {@code Discriminator}
 */
public interface PytorchCompatible<N> {

  /**
   * What the port calls the layers of this network.
   *
   * @throws IllegalArgumentException if a setting is one that the port does not have; the message
   *     names it and what the port has
   */
  StateDictLayers stateDictLayers();

  /**
   * The network of this kind that a file of the port holds. What names and shapes tell is taken
   * from them, all else from this network.
   *
   * @return empty if the file does not look like a network of this kind; the shapes of a network
   *     that is found may still differ in some places
   */
  Optional<Detected<N>> recognize(StateDictShapes tensors);

  /**
   * A network that was found in a file.
   *
   * @param network with the settings that the file tells
   * @param channelsIn channels of the images that it takes
   * @param channelsOut channels of what it gives
   */
  record Detected<N>(N network, int channelsIn, int channelsOut) {}
}
