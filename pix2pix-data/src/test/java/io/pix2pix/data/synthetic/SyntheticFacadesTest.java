package io.pix2pix.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.resize.Resampling;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticFacadesTest {
  private static Pairs open(int size, long seed, String split) {
    return new SyntheticFacades(size, 6, 3, 2, seed).open(Optional.empty(), split);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 64, 256})
  void paintsPairsOfTheSizeAsked(int size) {
    Pairs pairs = open(size, 1, "train");

    assertThat(PairShape.of(pairs.read(2))).isEqualTo(pairs.shape(2));
    assertThat(pairs.shape(2).condition().height()).isEqualTo(size);
  }

  @Test
  void paintsTheSamePairAgain() {
    assertThat(open(64, 1, "train").read(3)).isEqualTo(open(64, 1, "train").read(3));
  }

  @Test
  void paintsAnotherPairForAnotherSeedSplitAndIndex() {
    ImagePair pair = open(64, 1, "train").read(0);

    assertThat(open(64, 2, "train").read(0)).isNotEqualTo(pair);
    assertThat(open(64, 1, "val").read(0)).isNotEqualTo(pair);
    assertThat(open(64, 1, "train").read(1)).isNotEqualTo(pair);
  }

  @Test
  void usesOnlyTheFlatColorsOfLabelsInConditions() {
    Set<Integer> colors = new HashSet<>();
    Arrays.stream(Label.values()).forEach(label -> colors.add(label.color().getRGB()));
    Pairs pairs = open(64, 1, "train");

    for (int index = 0; index < pairs.size(); index++) {
      var map = Pixels.toPicture(pairs.read(index).condition());
      for (int rgb : map.getRGB(0, 0, 64, 64, null, 0, 64)) {
        assertThat(colors).contains(rgb);
      }
    }
  }

  @Test
  void showsTheSameBuildingAtEverySize() {
    Image small = open(64, 1, "train").read(0).target();

    assertThat(meanDifference(shrunk(0), small)).isLessThan(0.08);
    for (int other = 1; other < 6; other++) {
      assertThat(meanDifference(shrunk(other), small)).isGreaterThan(0.2);
    }
  }

  private static Image shrunk(int index) {
    return Resampling.BILINEAR.resize(open(256, 1, "train").read(index).target(), 64, 64);
  }

  @Test
  void paintsPhotosWhereLabelsSay() {
    Pairs pairs = open(64, 1, "train");
    for (int index = 0; index < pairs.size(); index++) {
      ImagePair pair = pairs.read(index);

      assertThat(edges(pair, true)).isGreaterThan(2 * edges(pair, false));
    }
  }

  /** Mean step from a pixel of the photo to its right neighbor, where labels change or do not. */
  private static double edges(ImagePair pair, boolean labelChanges) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < 64; y++) {
      for (int x = 1; x < 64; x++) {
        boolean changes = distance(pair.condition(), y, x) > 0;
        if (changes == labelChanges) {
          sum += distance(pair.target(), y, x);
          count++;
        }
      }
    }
    return sum / count;
  }

  private static double distance(Image image, int y, int x) {
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      sum += Math.abs(image.at(y, x, channel) - image.at(y, x - 1, channel));
    }
    return sum;
  }

  private static double meanDifference(Image first, Image second) {
    float[] a = first.toArray();
    float[] b = second.toArray();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  @Test
  void changesItsChecksumWithItsSettings() {
    assertThat(open(64, 1, "train").checksum(Coverage.SAMPLE))
        .isEqualTo(open(64, 1, "train").checksum(Coverage.SAMPLE))
        .isNotEqualTo(open(64, 2, "train").checksum(Coverage.SAMPLE))
        .isNotEqualTo(open(64, 1, "val").checksum(Coverage.SAMPLE));
  }

  @Test
  void hasThreeSplits() {
    var facades = new SyntheticFacades(64, 6, 3, 2, 1);

    assertThat(facades.has(Optional.empty(), "val")).isTrue();
    assertThat(facades.has(Optional.empty(), "other")).isFalse();
    assertThat(facades.open(Optional.empty(), "test").size()).isEqualTo(2);
    assertThatThrownBy(() -> facades.open(Optional.empty(), "other"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("data: synthetic-facades has no split other; it has train, val and test");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 48, 2048, -64})
  void refusesOtherSizes(int size) {
    assertThatThrownBy(() -> new SyntheticFacades(size, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size must be a power of two from 16 to 1024, not " + size);
  }
}
