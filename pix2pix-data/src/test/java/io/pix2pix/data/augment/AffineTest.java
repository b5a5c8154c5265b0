package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairLabels;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AffineTest {
  private static final double MIDDLE = 0.5;
  private static final double MOST = 1;

  private final Image image = Grids.square(.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f);

  private static Affine affine(
      double rotation, double translation, double scale, Border border, LabelSampling labels) {
    return new Affine(rotation, translation, 0, scale, border, -1, labels);
  }

  /** The draws are of rotation, shear, scale, and the shifts to the right and down. */
  private float[] moved(Affine affine, double... draws) {
    var pair = affine.apply(Grids.twice(image), new GivenDraws(draws));
    assertThat(pair.condition()).isEqualTo(pair.target());
    return pair.target().toArray();
  }

  @Test
  void shiftsAndReflectsAtTheBorder() {
    var shift = affine(0, 1 / 3.0, 0, Border.REFLECT, LabelSampling.NONE);

    assertThat(moved(shift, MIDDLE, MIDDLE, MIDDLE, MOST, MIDDLE))
        .containsExactly(new float[] {.1f, .1f, .2f, .4f, .4f, .5f, .7f, .7f, .8f}, within(1e-6f));
  }

  @Test
  void blendsFourPixels() {
    var shift = affine(0, 1 / 3.0, 0, Border.REFLECT, LabelSampling.NONE);

    // Half a pixel to the right and half down: in the middle, the mean of .1, .2, .4 and .5.
    assertThat(moved(shift, MIDDLE, MIDDLE, MIDDLE, 0.75, 0.75)[4]).isEqualTo(.3f, within(1e-6f));
  }

  @Test
  void fillsBeyondTheBorder() {
    var shift = affine(0, 1 / 3.0, 0, Border.FILL, LabelSampling.NONE);

    assertThat(moved(shift, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MOST))
        .containsExactly(new float[] {-1, -1, -1, .1f, .2f, .3f, .4f, .5f, .6f}, within(1e-6f));
  }

  @Test
  void turnsToTheLeft() {
    var turn = affine(90, 0, 0, Border.REFLECT, LabelSampling.NONE);

    assertThat(moved(turn, MOST, MIDDLE, MIDDLE, MIDDLE, MIDDLE))
        .containsExactly(new float[] {.3f, .6f, .9f, .2f, .5f, .8f, .1f, .4f, .7f}, within(1e-6f));
  }

  @Test
  void shrinksAroundTheMiddle() {
    var shrink = affine(0, 0, 0.5, Border.FILL, LabelSampling.AUTO);
    var map = new ImagePair(Grids.map(4, 4, 1), Grids.map(4, 4, 1)).with(Grids.MAP_TO_PHOTO);

    var half = shrink.apply(map, new GivenDraws(MIDDLE, MIDDLE, 0, MIDDLE, MIDDLE)).condition();

    // Columns -1.5, .5, 2.5 and 4.5 of the map: the outer ones lie beyond it.
    assertThat(half.at(0, 1, 0)).isEqualTo(0x10 / 127.5f - 1);
    assertThat(half.at(1, 1, 0)).isEqualTo(Grids.map(4, 4, 1).at(1, 1, 0));
    assertThat(half.at(2, 2, 2)).isEqualTo(Grids.map(4, 4, 1).at(3, 3, 2));
  }

  @Test
  void movesTheMaskAndCountsNothingBeyondTheBorder() {
    var mask = Grids.square(1, 1, 1, 1, 0, 1, 1, 1, 1);
    var pair = new ImagePair(image, image, PairLabels.NONE, Optional.of(mask));
    var shift = affine(0, 1 / 3.0, 0, Border.FILL, LabelSampling.AUTO);

    var moved = shift.apply(pair, new GivenDraws(MIDDLE, MIDDLE, MIDDLE, MOST, MIDDLE));

    assertThat(moved.mask().orElseThrow().toArray()).containsExactly(0, 1, 1, 0, 1, 0, 0, 1, 1);
  }

  @Test
  void refusesToFillALabelMapOfWhichNobodyKnowsThePalette() {
    var fill = affine(5, 0, 0, Border.FILL, LabelSampling.CONDITION);

    assertThatThrownBy(() -> fill.apply(Grids.twice(image), new GivenDraws(1, 1, 1, 1, 1)))
        .hasMessageStartingWith("a label map has nothing to fill with where no palette says");
  }
}
