package io.pix2pix.train.weights.pytorch;

import io.pix2pix.train.weights.ElementType;
import java.util.Optional;

/**
 * Elements in a row, which tensors are views of.
 *
 * @param type of the elements
 * @param key its name in the file
 * @param elements how many there are
 * @param begin where it begins within what the file has under that key, in elements; files of the
 *     older format can share one row among storages
 */
record Storage(ElementType type, String key, long elements, long begin) {

  /**
   * What is wrong with it, if anything.
   *
   * @param length bytes that the file has under its key; a negative number if it has none
   */
  Optional<String> problem(long length) {
    if (length < 0) {
      return Optional.of("has no storage in the file");
    }
    long stored = length / type.bytes();
    return elements > stored || begin > stored - elements
        ? Optional.of("needs " + elements + " elements, but its storage has " + stored)
        : Optional.empty();
  }
}
