package io.pix2pix.data.check;

/**
 * Which pair is meant.
 *
 * @param split it is in
 * @param index in the split, from 0
 * @param name of the pair
 */
public record PairName(String split, int index, String name) {
  @Override
  public String toString() {
    return split + "/" + name;
  }
}
