package io.pix2pix.data.batch;

import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.Pictures;

/** Pairs of 1x1: the condition holds the index divided by 100, the target the same, negated. */
record NumberedPairs(int size, int damaged) implements Pairs {
  NumberedPairs(int size) {
    this(size, -1);
  }

  @Override
  public String name(int index) {
    return index + ".png";
  }

  @Override
  public PairShape shape(int index) {
    var shape = new ImageShape(1, 1, 3);
    return new PairShape(shape, shape);
  }

  @Override
  public ImagePair read(int index) {
    if (index == damaged) {
      throw new InvalidInputException(name(index) + ": is damaged; remove it");
    }
    float value = index / 100f;
    return new ImagePair(Pictures.plain(1, 1, value), Pictures.plain(1, 1, -value));
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    return DataChecksum.of(coverage, "");
  }
}
