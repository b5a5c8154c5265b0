package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.data.Pictures;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelSamplingTest {
  private static final PairLabels COLORS =
      new PairLabels(LabelKind.COLORS, LabelKind.NONE, Optional.of(Grids.PALETTE));

  /** Everything that moves pixels. */
  private static ImmutableList<Augmentation> moves() {
    return ImmutableList.of(
        new Jitter(19, 12),
        new Affine(30, .2, 20, .3, Border.REFLECT, -1, LabelSampling.AUTO),
        new Scale(1, 2, 0, LabelSampling.AUTO),
        new Crop(10, 10, 1, LabelSampling.AUTO),
        new Mirror(0.5),
        new Flip(0.5),
        new QuarterTurns(0.75));
  }

  private static ImagePair changed(ImagePair pair, long seed) {
    var random = new SplittableRandom(seed);
    var changed = pair;
    for (var move : moves()) {
      changed = move.apply(changed, random);
    }
    return changed;
  }

  @Test
  void neverBlendsClasses() {
    for (long seed = 0; seed < 50; seed++) {
      var map = Grids.map(16, 16, seed);
      var pair = new ImagePair(map, Pictures.noise(16, 16)).with(Grids.MAP_TO_PHOTO);

      assertThat(Grids.pixels(map)).containsAll(Grids.pixels(changed(pair, seed).condition()));
    }
  }

  @Test
  void neverBlendsClassesOfOneHotMaps() {
    var values = new float[16 * 16 * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 5 % 7 % 5 == i % 5 ? 1 : -1;
    }
    var map = Image.of(new ImageShape(16, 16, 5), values);
    var pair = new ImagePair(Pictures.noise(16, 16), map);
    var labels = new PairLabels(LabelKind.NONE, LabelKind.ONE_HOT, Optional.empty());

    assertThat(Grids.pixels(map)).containsAll(Grids.pixels(changed(pair.with(labels), 1).target()));
  }

  @Test
  void movesBothImagesAndTheMaskAlike() {
    var both = new PairLabels(LabelKind.INDICES, LabelKind.INDICES, Optional.of(Grids.PALETTE));
    for (long seed = 0; seed < 20; seed++) {
      var map = Grids.map(16, 16, seed);
      var mask = firstChannel(map);

      var pair = changed(new ImagePair(map, map, both, Optional.of(mask)), seed);

      assertThat(pair.condition()).isEqualTo(pair.target());
      assertThat(pair.mask()).contains(firstChannel(pair.target()));
      assertThat(pair.labels()).isEqualTo(both);
    }
  }

  private static Image firstChannel(Image image) {
    var values = image.toArray();
    var first = new float[values.length / 3];
    for (int i = 0; i < first.length; i++) {
      first[i] = values[3 * i];
    }
    return Image.owning(image.shape().withChannels(1), first);
  }

  @Test
  void jitterBlendsColorsAsThePapersCodeDoesUnlessItIsToldOtherwise() {
    var map = Grids.map(8, 8, 1);
    var pair = new ImagePair(map, Pictures.noise(8, 8)).with(COLORS);

    var blended = new Jitter(11, 8).apply(pair, new SplittableRandom(1));
    var nearest = new Jitter(11, 8, LabelSampling.NEAREST).apply(pair, new SplittableRandom(1));
    var plain = new Jitter(11, 8).apply(pair.with(PairLabels.NONE), new SplittableRandom(1));

    assertThat(blended.condition()).isEqualTo(plain.condition());
    assertThat(nearest.target()).isEqualTo(plain.target());
    assertThat(Grids.pixels(map)).containsAll(Grids.pixels(nearest.condition()));
    assertThat(Grids.pixels(blended.condition())).hasSizeGreaterThan(Grids.pixels(map).size());
  }

  @Test
  void takesTheUsersWordForASide() {
    var map = Grids.map(8, 8, 1);

    var pair =
        new Jitter(11, 8, LabelSampling.TARGET)
            .apply(new ImagePair(map, map), new SplittableRandom(1));

    assertThat(Grids.pixels(map)).containsAll(Grids.pixels(pair.target()));
    assertThat(pair.condition()).isNotEqualTo(pair.target());
  }

  @Test
  void refusesToSampleLabelsWhereThereAreNone() {
    var pair = Grids.twice(Pictures.noise(8, 8));

    assertThatThrownBy(
            () -> new Jitter(9, 8, LabelSampling.NEAREST).apply(pair, new SplittableRandom(1)))
        .hasMessageStartingWith("labels: nearest, but the data set knows of no label map; ");
  }
}
