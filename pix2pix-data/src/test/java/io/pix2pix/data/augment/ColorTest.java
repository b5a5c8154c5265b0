package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values from 0 to 1 are written here as people do, and brought to [-1, 1]. */
class ColorTest {

  private static Image pixels(int channels, double... shares) {
    var values = new float[shares.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * shares[i] - 1);
    }
    return Image.owning(new ImageShape(1, shares.length / channels, channels), values);
  }

  private static void assertShares(Image image, double... shares) {
    assertThat(image.toArray())
        .containsExactly(pixels(image.channels(), shares).toArray(), within(2e-6f));
  }

  @Test
  void multipliesByTheBrightness() {
    assertShares(new ColorChange(1.5, 1, 1, 0).of(pixels(3, .2, .4, .6)), .3, .6, .9);
    assertShares(new ColorChange(0.5, 1, 1, 0).of(pixels(1, .2, 1)), .1, .5);
  }

  @Test
  void stretchesAroundTheMeanGray() {
    // Grays of .2 and .6 have a mean of .4.
    assertShares(new ColorChange(1, 1.5, 1, 0).of(pixels(1, .2, .6)), .1, .7);
    assertShares(
        new ColorChange(1, 0, 1, 0).of(pixels(3, .2, .2, .2, .6, .6, .6)), .4, .4, .4, .4, .4, .4);
  }

  @Test
  void multipliesTheDistanceFromGrayByTheSaturation() {
    // The gray of 1, 0, 0 is .299.
    assertShares(new ColorChange(1, 1, 0, 0).of(pixels(3, 1, 0, 0)), .299, .299, .299);
    assertShares(new ColorChange(1, 1, 0.5, 0).of(pixels(3, 1, 0, 0)), .6495, .1495, .1495);
  }

  @Test
  void turnsHuesAndKeepsGrays() {
    var turned = new ColorChange(1, 1, 1, Math.toRadians(90)).of(pixels(3, .5, .4, .3, .3, .3, .3));

    // I = .0919 and Q = -.0101 become -Q' and I': Y + .956 I' + .621 Q' and so on, by hand.
    double luma = .299 * .5 + .587 * .4 + .114 * .3;
    double inPhase = .596 * .5 - .274 * .4 - .322 * .3;
    double quadrature = .211 * .5 - .523 * .4 + .312 * .3;
    assertThat(turned.at(0, 0, 0))
        .isEqualTo((float) (2 * (luma - .956 * quadrature + .621 * inPhase) - 1), within(1e-5f));
    assertThat(turned.at(0, 0, 2))
        .isEqualTo((float) (2 * (luma + 1.106 * quadrature + 1.703 * inPhase) - 1), within(1e-5f));
    assertThat(turned.at(0, 1, 1)).isEqualTo(-.4f, within(1e-6f));
  }

  @Test
  void leavesTransparencyAlone() {
    assertShares(new ColorChange(0.5, 1, 1, 0).of(pixels(4, .2, .4, .6, .8)), .1, .2, .3, .8);
  }

  @Test
  void changesOneSideOrBothAlike() {
    var image = Pictures.noise(4, 4);
    var pair = Grids.twice(image);

    var condition = new Color(Side.CONDITION, .5, .5, .5, 20).apply(pair, new SplittableRandom(1));
    var both = new Color(Side.BOTH, .5, .5, .5, 20).apply(pair, new SplittableRandom(1));

    assertThat(condition.target()).isSameAs(image);
    assertThat(condition.condition()).isNotEqualTo(image);
    assertThat(both.condition()).isEqualTo(condition.condition()).isEqualTo(both.target());
  }

  @Test
  void refusesToMixClasses() {
    var pair = new ImagePair(Grids.map(4, 4, 1), Pictures.noise(4, 4)).with(Grids.MAP_TO_PHOTO);

    assertThatThrownBy(
            () -> new Color(Side.BOTH, .5, .5, .5, 0).apply(pair, new SplittableRandom(1)))
        .hasMessage(
            "color would mix the classes of the condition, which is a label map; give it side:"
                + " target, or leave it out");
  }

  @Test
  void refusesChannelsThatAreNoColors() {
    assertThatThrownBy(() -> new ColorChange(1, 1, 1, 0).of(pixels(2, .1, .2)))
        .hasMessageStartingWith("color changes gray, RGB or RGBA images, not images of 2 channels");
  }
}
