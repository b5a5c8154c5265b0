package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.Pictures;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void enlargesTheSamePartOfBoth() {
    var image = Grids.square(.1f, .2f, .3f, .4f, .1f, .2f, .3f, .4f, 0, 0, 0, 0, 0, 0, 0, 0);
    var twice = new Scale(2, 2, 0, LabelSampling.BOTH);

    // Of 4x4, the part of 2x2 one to the right of the upper left corner becomes 4x4.
    var pair = twice.apply(Grids.twice(image), new GivenDraws(0, 0, 1));

    assertThat(pair.condition()).isEqualTo(pair.target());
    assertThat(pair.target().toArray())
        .containsExactly(
            .2f, .2f, .3f, .3f, .2f, .2f, .3f, .3f, .2f, .2f, .3f, .3f, .2f, .2f, .3f, .3f);
  }

  @Test
  void leavesTheSizeOfOneAsItIs() {
    var pair = Grids.twice(Pictures.noise(5, 7));

    assertThat(new Scale(1, 1, 0, LabelSampling.AUTO).apply(pair, new GivenDraws(0, 0, 0)))
        .isEqualTo(pair);
  }

  @Test
  void shrinksToTheCrop() {
    var half = new Scale(0.5, 0.5, 4, LabelSampling.AUTO);
    var shape = new ImageShape(8, 12, 3);

    assertThat(half.shapeOf(new PairShape(shape, shape)).target())
        .isEqualTo(new ImageShape(4, 4, 3));
    assertThat(half.apply(Grids.twice(Pictures.noise(8, 12)), new GivenDraws(0, 0, 4)).target())
        .matches(image -> image.shape().equals(new ImageShape(4, 4, 3)));
  }

  @Test
  void refusesToShrinkBelowTheCrop() {
    var shape = new ImageShape(8, 6, 3);

    assertThatThrownBy(
            () -> new Scale(0.5, 1, 4, LabelSampling.AUTO).shapeOf(new PairShape(shape, shape)))
        .hasMessageStartingWith(
            "images of 6x8 at the scale of 0.5 are smaller than the crop of 4x4");
    assertThatThrownBy(() -> new Scale(0.5, 1, 0, LabelSampling.AUTO))
        .hasMessageStartingWith("crop: 0 keeps the size, but images shrink by min, 0.5; ");
  }
}
