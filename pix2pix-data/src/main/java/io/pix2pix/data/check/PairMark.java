package io.pix2pix.data.check;

/**
 * What stays of a pair once all are measured: little, for there may be many.
 *
 * @param split it is in
 * @param index in the split
 * @param name of the pair
 */
record PairMark(
    String split,
    int index,
    String name,
    PictureFingerprint condition,
    PictureFingerprint target,
    Alignment alignment,
    boolean isShifted) {

  PairName pairName() {
    return new PairName(split, index, name);
  }
}
