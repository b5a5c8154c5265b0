package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MirrorTest {

  @Test
  void swapsLeftAndRightOfBothAndKeepsChannels() {
    Image condition = Image.of(new ImageShape(2, 2, 2), new float[] {1, 2, 3, 4, 5, 6, 7, 8});
    Image target = Image.of(new ImageShape(2, 2, 1), new float[] {1, 2, 3, 4});

    ImagePair pair = new Mirror(1).apply(new ImagePair(condition, target), new SplittableRandom(1));

    assertThat(pair.condition().toArray()).containsExactly(3, 4, 1, 2, 7, 8, 5, 6);
    assertThat(pair.target().toArray()).containsExactly(2, 1, 4, 3);
  }

  @Test
  void mirrorsAsOftenAsItSays() {
    Image image = Pictures.ramp(1, 2);
    var pair = new ImagePair(image, image);
    var random = new SplittableRandom(5);
    int mirrored = 0;

    for (int i = 0; i < 1000; i++) {
      mirrored += new Mirror(0.25).apply(pair, random).equals(pair) ? 0 : 1;
    }

    assertThat(mirrored).isBetween(200, 300);
  }

  @Test
  void keepsBothImagesAlignedWhateverItDoes() {
    Image image = Pictures.ramp(4, 6);
    var random = new SplittableRandom(7);

    for (int i = 0; i < 20; i++) {
      ImagePair pair = new Mirror(0.5).apply(new ImagePair(image, image), random);

      assertThat(pair.target()).isEqualTo(pair.condition());
    }
  }

  @Test
  void refusesImpossibleProbabilities() {
    assertThatThrownBy(() -> new Mirror(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("probability must be between 0 and 1, not 1.5");
  }
}
