package io.pix2pix.train.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import org.junit.jupiter.api.Test;

class HiddenPixelsTest {
  private static final ImageShape SHAPE = new ImageShape(1, 2, 2);
  private final Image target = Image.of(SHAPE, new float[] {1, 2, 3, 4});
  private final Image generated = Image.of(SHAPE, new float[] {5, 6, 7, 8});

  @Test
  void showTheTarget() {
    var mask = Image.of(SHAPE.withChannels(1), new float[] {0.1f, 0});
    var pair = new ImagePair(target, target).withMask(mask);

    assertThat(HiddenPixels.of(pair, generated).toArray()).containsExactly(5, 6, 3, 4);
  }

  @Test
  void areNoneWithoutAMask() {
    assertThat(HiddenPixels.of(new ImagePair(target, target), generated)).isSameAs(generated);
  }
}
