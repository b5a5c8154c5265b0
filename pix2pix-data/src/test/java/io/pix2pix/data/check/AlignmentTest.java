package io.pix2pix.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  private static final int EDGE = 96;

  /** A bright rectangle and a bright bar on gray. */
  private static Image drawing(int dx, int dy, float foreground, float background) {
    var shape = new ImageShape(EDGE, EDGE, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int y = i / 3 / EDGE - dy;
      int x = i / 3 % EDGE - dx;
      boolean rectangle = y >= 20 && y < 50 && x >= 30 && x < 60;
      boolean bar = y >= 62 && y < 68 && x >= 15 && x < 80;
      values[i] = rectangle || bar ? foreground : background;
    }
    return Image.owning(shape, values);
  }

  private static Alignment alignment(int dx, int dy) {
    return Alignment.of(new ImagePair(drawing(0, 0, 1, -1), drawing(dx, dy, -0.5f, 0.5f)));
  }

  @Test
  void findsNoShiftWhereOutlinesLieOnEachOtherWhateverTheirColors() {
    var found = alignment(0, 0);

    assertThat(found.dx()).isZero();
    assertThat(found.dy()).isZero();
    assertThat(found.unshifted()).isCloseTo(1, within(1e-3));
    assertThat(found.isShifted(EDGE)).isFalse();
  }

  @Test
  void findsHowFarTheTargetLiesRightAndBelow() {
    var found = alignment(5, -3);

    assertThat(found.dx()).isEqualTo(5);
    assertThat(found.dy()).isEqualTo(-3);
    assertThat(found.gain()).isGreaterThan(0.1);
    assertThat(found.isShifted(EDGE)).isTrue();
  }

  @Test
  void findsShiftsOfLargeImagesInTheirOwnPixels() {
    var condition = enlarged(drawing(0, 0, 1, -1));
    var found = Alignment.of(new ImagePair(condition, enlarged(drawing(4, 0, 1, -1))));

    // 384 pixels are looked at in 192: 4 of the 96 are 16 here.
    assertThat(found.dx()).isEqualTo(16);
    assertThat(found.dy()).isZero();
  }

  private static Image enlarged(Image image) {
    var shape = image.shape().resized(4 * image.height(), 4 * image.width());
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.at(i / 3 / shape.width() / 4, i / 3 % shape.width() / 4, i % 3);
    }
    return Image.owning(shape, values);
  }

  @Test
  void trustsNothingWhereThereAreNoOutlines() {
    var flat = Pictures.plain(EDGE, EDGE, 0);
    var found = Alignment.of(new ImagePair(flat, drawing(0, 0, 1, -1)));

    assertThat(found.best()).isZero();
    assertThat(found.isTrusted()).isFalse();
  }

  @Test
  void takesImagesOfOnePixelAndOfAnyNumberOfChannels() {
    var one = Image.owning(new ImageShape(1, 1, 1), new float[1]);
    var other = Image.owning(new ImageShape(1, 1, 4), new float[4]);

    assertThat(Alignment.of(new ImagePair(one, other)).isTrusted()).isFalse();
  }
}
