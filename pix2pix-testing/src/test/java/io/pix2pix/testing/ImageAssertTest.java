package io.pix2pix.testing;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import org.junit.jupiter.api.Test;

class ImageAssertTest {
  private static final Image IMAGE = Image.of(new ImageShape(1, 2, 2), new float[] {0, 0.5f, 1, 2});

  @Test
  void namesHeightWidthAndChannelOfTheValueOutsideOfTheRange() {
    assertThatThrownBy(() -> assertThat(IMAGE).hasValuesInRange())
        .hasMessageContaining("found 2.0 at [0, 1, 1]");
  }

  @Test
  void namesTheValueThatIsFarthestFromWhatWasExpected() {
    var other = Image.of(new ImageShape(1, 2, 2), new float[] {0, 0.5f, 0, 2});

    assertThat(IMAGE).isCloseTo(IMAGE, 0);
    assertThatThrownBy(() -> assertThat(IMAGE).isCloseTo(other, 0.5))
        .hasMessageContaining("but was 1.0 at [0, 1, 0]");
  }

  @Test
  void refusesAnotherShape() {
    assertThatThrownBy(() -> assertThat(IMAGE).hasShape(2, 1, 2))
        .hasMessageContaining("Expecting an image of 1x2x2 but was 2x1x2");
  }
}
