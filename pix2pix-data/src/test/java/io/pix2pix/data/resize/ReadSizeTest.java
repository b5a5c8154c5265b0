package io.pix2pix.data.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import org.junit.jupiter.api.Test;

class ReadSizeTest {
  /** Two rows of four pixels: 0.1 to 0.8. */
  private static final Image PICTURE =
      Image.of(
          new ImageShape(2, 4, 1), new float[] {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f});

  @Test
  void cropTakesTheMiddleOfWhatCoversTheSize() {
    var square = settings(Fit.CROP).size(2).of(PICTURE);

    assertThat(square.toArray()).containsExactly(0.2f, 0.3f, 0.6f, 0.7f);
  }

  @Test
  void padContinuesWhatLiesWithinTheSizeByItsMirrorImage() {
    var square = settings(Fit.PAD).size(4).of(PICTURE);

    assertThat(square.shape()).isEqualTo(new ImageShape(4, 4, 1));
    assertThat(row(square, 0)).containsExactly(0.1f, 0.2f, 0.3f, 0.4f);
    assertThat(row(square, 1)).containsExactly(0.1f, 0.2f, 0.3f, 0.4f);
    assertThat(row(square, 3)).containsExactly(0.5f, 0.6f, 0.7f, 0.8f);
  }

  @Test
  void keepPadsToAMultipleAndCutsBack() {
    var size = new ResizeSettings(0, 0, Resampling.BICUBIC, Fit.KEEP, 5).size(0);

    var padded = size.of(PICTURE);

    assertThat(size.of(PICTURE.shape())).isEqualTo(new ImageShape(5, 5, 1));
    assertThat(padded.shape()).isEqualTo(new ImageShape(5, 5, 1));
    assertThat(size.restored(padded, PICTURE.shape(), Resampling.BICUBIC)).isEqualTo(PICTURE);
  }

  @Test
  void whatWasPaddedIsCutBack() {
    var size = settings(Fit.PAD).size(4);

    assertThat(size.restored(size.of(PICTURE), PICTURE.shape(), Resampling.NEAREST))
        .isEqualTo(PICTURE);
  }

  @Test
  void whatWasCutIsNotRestored() {
    var size = settings(Fit.CROP).size(2);

    assertThatThrownBy(() -> size.restored(size.of(PICTURE), PICTURE.shape(), Resampling.NEAREST))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("what is cut is not made");
  }

  @Test
  void sizesNeedNotBeSquare() {
    var size = new ResizeSettings(8, 2, Resampling.NEAREST, Fit.STRETCH, 256).size(0);

    assertThat(row(size.of(PICTURE), 0))
        .containsExactly(0.1f, 0.1f, 0.2f, 0.2f, 0.3f, 0.3f, 0.4f, 0.4f);
  }

  @Test
  void oneSizeIsEnough() {
    assertThatThrownBy(() -> new ResizeSettings(8, 2, Resampling.NEAREST, Fit.STRETCH, 256).size(4))
        .hasMessageContaining("give one");
    assertThatThrownBy(() -> settings(Fit.KEEP).size(4))
        .hasMessageContaining("leave data.size out");
  }

  private static ResizeSettings settings(Fit fit) {
    return new ResizeSettings(0, 0, Resampling.NEAREST, fit, 256);
  }

  private static float[] row(Image image, int y) {
    var row = new float[image.width()];
    for (int x = 0; x < row.length; x++) {
      row[x] = image.at(y, x, 0);
    }
    return row;
  }
}
