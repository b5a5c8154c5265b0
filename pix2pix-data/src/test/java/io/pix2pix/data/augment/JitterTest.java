package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.Pictures;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JitterTest {

  @Test
  void cutsTheSameSquareFromBoth() {
    Image image = Pictures.ramp(12, 16);

    ImagePair pair = new Jitter(14, 10).apply(new ImagePair(image, image), new SplittableRandom(3));

    assertThat(pair.condition().shape()).isEqualTo(new ImageShape(10, 10, 3));
    assertThat(pair.target()).isEqualTo(pair.condition());
  }

  @Test
  void cutsAtEveryOffset() {
    Image image = Pictures.ramp(10, 10);
    var pair = new ImagePair(image, image);
    var random = new SplittableRandom(1);
    Set<Image> seen = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      seen.add(new Jitter(10, 8).apply(pair, random).condition());
    }

    assertThat(seen).hasSize(9);
    assertThat(seen).anyMatch(cut -> cut.at(0, 0, 0) == image.at(0, 0, 0));
    assertThat(seen).anyMatch(cut -> cut.at(7, 7, 2) == image.at(9, 9, 2));
  }

  @Test
  void tellsTheShapeOfTheCut() {
    var stored = new ImageShape(300, 400, 3);

    assertThat(new Jitter(286, 256).shapeOf(new PairShape(stored, stored)))
        .isEqualTo(new PairShape(new ImageShape(256, 256, 3), new ImageShape(256, 256, 3)));
  }

  @Test
  void refusesImagesSmallerThanTheCrop() {
    var stored = new ImageShape(256, 200, 3);

    assertThatThrownBy(() -> new Jitter(286, 256).shapeOf(new PairShape(stored, stored)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "images of 200x256 are smaller than the crop of 256x256; use larger images, a smaller"
                + " crop, or data.size: 256");
  }

  @Test
  void refusesToCropMoreThanThereIs() {
    assertThatThrownBy(() -> new Jitter(256, 286))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("crop must be at most enlarge, 256, not 286");
  }
}
