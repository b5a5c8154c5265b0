package io.pix2pix.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PixelsTest {
  @Test
  void keepsEveryByteOnTheWayThereAndBack() {
    var values = new float[256 * 3];
    for (int i = 0; i < values.length; i++) {
      int level = i / 3;
      values[i] = level / 127.5f - 1;
    }
    var image = Image.of(new ImageShape(16, 16, 3), values);

    assertThat(Pixels.toImage(Pixels.toPicture(image))).isEqualTo(image);
  }

  @Test
  void cutsValuesBeyondTheRange() {
    var picture = Pixels.toPicture(Image.of(new ImageShape(1, 1, 3), new float[] {-2, 0, 7}));

    assertThat(picture.getRGB(0, 0)).isEqualTo(0xff0080ff);
  }

  @Test
  void showsOneChannelAsGray() {
    var picture = Pixels.toPicture(Image.of(new ImageShape(1, 1, 1), new float[] {1}));

    assertThat(picture.getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  @Test
  void refusesTwoChannels() {
    var image = Image.of(new ImageShape(1, 1, 2), new float[2]);

    assertThatThrownBy(() -> Pixels.toPicture(image))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture has 1 or 3 channels, not 2");
  }
}
