package io.pix2pix.api.data;

import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import java.util.Optional;

/** The pairs of one split. Safe for use by several threads. */
public interface Pairs {

  /** The number of pairs, at least 1. */
  int size();

  /**
   * What a pair is called: a file name, for example {@code 12.jpg}.
   *
   * @param index from 0 to {@code size() - 1}
   */
  String name(int index);

  /**
   * The shape of a pair, known without decoding it.
   *
   * @param index from 0 to {@code size() - 1}
   */
  PairShape shape(int index);

  /**
   * Reads a pair.
   *
   * @param index from 0 to {@code size() - 1}
   * @throws io.pix2pix.api.error.InvalidInputException if the file cannot be decoded; the message names
   *     it
   */
  ImagePair read(int index);

  /**
   * A pair after augmentation changed it: what belongs to a place in the image, such as a hole in
   * its middle, is put there again.
   */
  default ImagePair afterAugmentation(ImagePair changed) {
    return changed;
  }

  /**
   * The classes of the conditions, where these are stored as gray pictures of class indices; what
   * is read has the palette's colors.
   */
  default Optional<Palette> indices() {
    return Optional.empty();
  }

  /**
   * A checksum over all names and contents, in hexadecimal: the same for the same data on every
   * machine.
   */
  String checksum();
}
