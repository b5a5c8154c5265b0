package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.data.Pictures;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EraseTest {
  private final Image image = Grids.square(.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f);

  @Test
  void erasesARectangle() {
    var erase = new Erase(Side.CONDITION, 1, 1, 1 / 3.0, 2 / 3.0, -1);

    // Erased; one rectangle; of two rows and one column; one down and two to the right.
    var pair = erase.apply(Grids.twice(image), new GivenDraws(0, 0, 1, 0, 1, 2));

    assertThat(pair.condition().toArray())
        .containsExactly(.1f, .2f, .3f, .4f, .5f, -1, .7f, .8f, -1);
    assertThat(pair.target()).isSameAs(image);
  }

  @Test
  void erasesTheSameOfBoth() {
    var erase = new Erase(Side.BOTH, 1, 3, .2, .5, 0);

    var pair = erase.apply(Grids.twice(Pictures.noise(16, 16)), new SplittableRandom(2));

    assertThat(pair.condition()).isEqualTo(pair.target()).isNotEqualTo(Pictures.noise(16, 16));
  }

  @Test
  void putsTheColorOfNoClassIntoLabelMaps() {
    var pair = new ImagePair(Grids.map(3, 3, 1), Pictures.noise(3, 3)).with(Grids.MAP_TO_PHOTO);

    var erased = new Erase(Side.CONDITION, 1, 1, 1, 1, 0).apply(pair, new SplittableRandom(1));

    assertThat(erased.condition()).isEqualTo(Pictures.plain(3, 3, 0x10 / 127.5f - 1));
  }

  @Test
  void putsNoClassIntoMapsOfOtherChannels() {
    var labels = new PairLabels(LabelKind.ONE_HOT, LabelKind.INDICES, Optional.of(Grids.PALETTE));
    var maps =
        new ImagePair(Pictures.plain(3, 3, 1), Grids.square(-1, -1, -1, -1, -1, -1, 0, 0, 0));

    var erased =
        new Erase(Side.BOTH, 1, 1, 1, 1, 0).apply(maps.with(labels), new SplittableRandom(1));

    assertThat(erased.condition()).isEqualTo(Pictures.plain(3, 3, -1));
    assertThat(erased.target()).isEqualTo(Grids.square(1, 1, 1, 1, 1, 1, 1, 1, 1));
  }

  @Test
  void refusesLabelMapsWithoutAPalette() {
    var labels = new PairLabels(LabelKind.INDICES, LabelKind.NONE, Optional.empty());
    var pair = Grids.twice(image).with(labels);

    assertThatThrownBy(
            () -> new Erase(Side.CONDITION, 1, 1, 0, 1, 0).apply(pair, new SplittableRandom(1)))
        .hasMessageStartingWith("a label map has nothing to fill with");
  }
}
