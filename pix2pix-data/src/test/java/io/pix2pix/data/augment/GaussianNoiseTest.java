package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianNoiseTest {
  private final Image image = Image.of(new ImageShape(1, 3, 1), new float[] {0, 0.5f, 1});

  @Test
  void addsNoiseOfADrawnStrengthAndCutsTheRest() {
    // Half of the greatest deviation, .5, and three numbers of the normal distribution.
    var pair =
        new GaussianNoise(Side.CONDITION, 0.5)
            .apply(Grids.twice(image), new GivenDraws(0.5, 1, -2, 3));

    assertThat(pair.condition().toArray()).containsExactly(0.25f, 0, 1);
    assertThat(pair.target()).isSameAs(image);
  }

  @Test
  void givesBothTheSame() {
    var pair =
        new GaussianNoise(Side.BOTH, 0.5)
            .apply(Grids.twice(Pictures.noise(4, 4)), new SplittableRandom(1));

    assertThat(pair.condition()).isEqualTo(pair.target()).isNotEqualTo(Pictures.noise(4, 4));
  }

  @Test
  void takesAnyNumberOfChannels() {
    var many = Image.of(new ImageShape(1, 1, 7), new float[7]);

    var pair =
        new GaussianNoise(Side.TARGET, 1)
            .apply(new ImagePair(image(1), many), new SplittableRandom(1));

    assertThat(Grids.pixels(pair.target())).isNotEqualTo(Grids.pixels(many));
  }

  private static Image image(int edge) {
    return Image.of(new ImageShape(edge, edge, 1), new float[edge * edge]);
  }

  @Test
  void refusesLabelMaps() {
    var pair = new ImagePair(Grids.map(4, 4, 1), Pictures.noise(4, 4)).with(Grids.MAP_TO_PHOTO);

    assertThatThrownBy(
            () -> new GaussianNoise(Side.CONDITION, 1).apply(pair, new SplittableRandom(1)))
        .hasMessageStartingWith("noise would mix the classes of the condition");
  }
}
