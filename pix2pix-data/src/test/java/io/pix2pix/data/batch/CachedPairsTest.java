package io.pix2pix.data.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.data.ForwardingPairs;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.Pictures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedPairsTest {
  /** Two images of 2x4 with three channels: 48 values. */
  private static final long VALUES = 48;

  private final List<Integer> reads = new ArrayList<>();

  private Pairs counted(int size, ImagePair pair) {
    return new ForwardingPairs() {
      @Override
      public Pairs pairs() {
        return new NumberedPairs(size);
      }

      @Override
      public PairShape shape(int index) {
        return new PairShape(new ImageShape(2, 4, 3), new ImageShape(2, 4, 3));
      }

      @Override
      public ImagePair read(int index) {
        reads.add(index);
        return pair;
      }

      @Override
      public Pairs sound() {
        return this;
      }
    };
  }

  private static ImagePair ofBytes() {
    return new ImagePair(Pictures.ramp(2, 4), Pictures.noise(2, 4));
  }

  @Test
  void picturesOfBytesAreGivenBackExactlyAndNeedAByteAValue() {
    var pair = ofBytes().withMask(Pictures.plain(2, 4, 0.3f).toGray());
    var cached = CachedPairs.of(counted(3, pair), 3 * (VALUES + 4 * 8));

    for (int round = 0; round < 3; round++) {
      for (int index = 0; index < 3; index++) {
        assertThat(cached.read(index)).isEqualTo(pair);
      }
    }

    assertThat(reads).containsExactly(0, 1, 2);
  }

  @Test
  void otherValuesAreGivenBackExactlyAndNoMoreAreKeptThanFit() {
    var pair = new ImagePair(Pictures.plain(2, 4, 0.123f), Pictures.plain(2, 4, 1));
    var cached = CachedPairs.of(counted(3, pair), 3 * VALUES); // a pair needs 24 * 4 + 24 bytes

    for (int round = 0; round < 2; round++) {
      for (int index = 0; index < 3; index++) {
        assertThat(cached.read(index)).isEqualTo(pair);
      }
    }

    assertThat(reads).containsExactly(0, 1, 2, 1, 2);
  }

  @Test
  void setsThatDoNotFitAreNotKept() {
    var pairs = counted(3, ofBytes());

    assertThat(CachedPairs.of(pairs, 3 * VALUES - 1)).isSameAs(pairs);
    assertThat(CachedPairs.of(pairs, 0)).isSameAs(pairs);
  }
}
