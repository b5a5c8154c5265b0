package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlipTest {

  @Test
  void swapsTopAndBottomOfBothAndKeepsChannels() {
    var condition = Image.of(new ImageShape(2, 1, 4), new float[] {1, 2, 3, 4, 5, 6, 7, 8});
    var target = Image.of(new ImageShape(2, 1, 1), new float[] {1, 2});

    var pair = new Flip(1).apply(new ImagePair(condition, target), new SplittableRandom(1));

    assertThat(pair.condition().toArray()).containsExactly(5, 6, 7, 8, 1, 2, 3, 4);
    assertThat(pair.target().toArray()).containsExactly(2, 1);
  }

  @Test
  void keepsTheRowInTheMiddle() {
    var image = Grids.square(1, 2, 3, 4, 5, 6, 7, 8, 9);

    var pair = new Flip(0.5).apply(Grids.twice(image), new GivenDraws(0.4));

    assertThat(pair.target().toArray()).containsExactly(7, 8, 9, 4, 5, 6, 1, 2, 3);
  }

  @Test
  void leavesAPairAloneWhereChanceSaysSo() {
    var pair = Grids.twice(Grids.square(1, 2, 3, 4));

    assertThat(new Flip(0.5).apply(pair, new GivenDraws(0.5))).isSameAs(pair);
  }

  @Test
  void refusesImpossibleProbabilities() {
    assertThatThrownBy(() -> new Flip(-0.1))
        .hasMessage("probability must be between 0 and 1, not -0.1");
  }
}
