package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import org.junit.jupiter.api.Test;

class QuarterTurnsTest {
  private final Image image = Grids.square(1, 2, 3, 4, 5, 6, 7, 8, 9);

  private float[] turned(int turns) {
    var pair = new QuarterTurns(1).apply(Grids.twice(image), new GivenDraws(0, turns - 1));
    assertThat(pair.condition()).isEqualTo(pair.target());
    return pair.target().toArray();
  }

  @Test
  void turnsToTheLeft() {
    assertThat(turned(1)).containsExactly(3, 6, 9, 2, 5, 8, 1, 4, 7);
  }

  @Test
  void turnsUpsideDown() {
    assertThat(turned(2)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void turnsToTheRight() {
    assertThat(turned(3)).containsExactly(7, 4, 1, 8, 5, 2, 9, 6, 3);
  }

  @Test
  void keepsChannelsTogether() {
    var two = Image.of(new ImageShape(2, 2, 2), new float[] {1, -1, 2, -2, 3, -3, 4, -4});

    var pair = new QuarterTurns(1).apply(Grids.twice(two), new GivenDraws(0, 0));

    assertThat(pair.condition().toArray()).containsExactly(2, -2, 4, -4, 1, -1, 3, -3);
  }

  @Test
  void refusesImagesThatAreNotSquare() {
    var shape = new ImageShape(4, 6, 3);

    assertThatThrownBy(() -> new QuarterTurns(1).shapeOf(new PairShape(shape, shape)))
        .hasMessageStartingWith(
            "images of 6x4 cannot be turned by 90 degrees and keep their size; ");
  }
}
