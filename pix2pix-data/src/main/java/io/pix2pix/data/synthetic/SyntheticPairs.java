package io.pix2pix.data.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.random.SeededRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The pairs of one split, painted when read. */
final class SyntheticPairs implements Pairs {
  /** To be raised whenever the same seed gives other pictures than before. */
  private static final int EDITION = 2;

  private static final PairLabels LABELS =
      new PairLabels(LabelKind.COLORS, LabelKind.NONE, Optional.of(Label.palette()));

  private final String split;
  private final long seed;
  private final int count;
  private final int side;

  /**
   * @param count the number of pairs
   * @param side height and width, in pixels
   */
  SyntheticPairs(String split, long seed, int count, int side) {
    this.split = split;
    this.seed = seed;
    this.count = count;
    this.side = side;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public String name(int index) {
    return "%s-%04d.png".formatted(split, index);
  }

  @Override
  public PairShape shape(int index) {
    var shape = new ImageShape(side, side, 3);
    return new PairShape(shape, shape);
  }

  @Override
  public ImagePair read(int index) {
    Front front = Front.draw(random("front", index));
    RandomGenerator photo = random("photo", index);
    return new ImagePair(
            Pixels.toImage(front.labels(side)),
            Pixels.toImage(PhotoPainter.paint(front, side, photo)))
        .with(LABELS);
  }

  private RandomGenerator random(String purpose, int index) {
    return SeededRandom.of(seed, split + " " + purpose, index);
  }

  /** It covers everything that the pictures follow from. */
  @Override
  public DataChecksum checksum(Coverage coverage) {
    var all =
        Hashing.sha256()
            .newHasher()
            .putInt(EDITION)
            .putLong(seed)
            .putInt(count)
            .putInt(side)
            .putString(split, UTF_8)
            .hash();
    return DataChecksum.of(Coverage.FULL, all.toString());
  }
}
