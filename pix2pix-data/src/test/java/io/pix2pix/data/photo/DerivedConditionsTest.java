package io.pix2pix.data.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.resize.Resampling;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DerivedConditionsTest {

  /** A step of brightness in the middle of each row: black, and so many gray values of 255. */
  private static Image steps(int... contrasts) {
    var shape = new ImageShape(contrasts.length, 8, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int x = i / 3 % 8;
      values[i] = x < 4 ? -1 : contrasts[i / 24] / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  private static int[] edgesOfRow(Image edges, int y) {
    return IntStream.range(0, edges.width()).filter(x -> edges.at(y, x, 0) < 0).toArray();
  }

  @Test
  void aStepHasAnEdgeOfOnePixel() {
    var edges = new CannyEdges(0.1, 50, 100).of(steps(255, 255, 255));

    assertThat(edges.shape()).isEqualTo(new ImageShape(3, 8, 3));
    for (int y = 0; y < 3; y++) {
      assertThat(edgesOfRow(edges, y)).containsExactly(3);
    }
  }

  /** A step of 20 has a gradient of (1 + 2 + 1) * 20. */
  @Test
  void aWeakEdgeCountsWhereItTouchesAStrongOne() {
    var weak = steps(20, 20, 20, 20, 20, 20, 20, 20);
    var touching = steps(30, 28, 26, 24, 22, 20, 20, 20);

    assertThat(edgesOfRow(new CannyEdges(0.1, 50, 100).of(weak), 7)).isEmpty();
    assertThat(edgesOfRow(new CannyEdges(0.1, 50, 79).of(weak), 7)).containsExactly(3);
    for (int y = 0; y < 8; y++) {
      assertThat(edgesOfRow(new CannyEdges(0.1, 50, 100).of(touching), y)).hasSize(1);
    }
    assertThat(edgesOfRow(new CannyEdges(0.1, 90, 100).of(touching), 7)).isEmpty();
  }

  /** Weights exp(-2) and exp(-8) beside 1, over their sum 1.271341. */
  @Test
  void aFilterSpreadsAPixelByTheGaussian() {
    var line = new ImageShape(1, 5, 1);
    var spread =
        new GaussianBlur(0.5).of(Image.owning(line, new float[] {0, 0, 1, 0, 0})).toArray();
    var atBorder =
        new GaussianBlur(0.5).of(Image.owning(line, new float[] {1, 0, 0, 0, 0})).toArray();

    assertThat(spread)
        .containsExactly(
            new float[] {0.000264f, 0.106451f, 0.786571f, 0.106451f, 0.000264f}, within(1e-6f));
    assertThat(atBorder[0]).isCloseTo(0.786571f + 0.106451f, within(1e-6f));
    var column = new ImageShape(5, 1, 1);
    assertThat(
            new GaussianBlur(0.5).of(Image.owning(column, new float[] {0, 0, 1, 0, 0})).toArray())
        .containsExactly(spread);
  }

  @Test
  void deblurringGivesTheFilteredPhotoAsCondition() {
    var photo = Pictures.noise(6, 6);

    var pair = new Deblurring(0, 3).pair(photo);

    assertThat(pair.condition()).isEqualTo(new GaussianBlur(3).of(photo));
    assertThat(pair.target()).isEqualTo(photo);
    assertThat(new Deblurring(0, 3).condition(photo, Optional.empty(), "a.png")).isEqualTo(photo);
  }

  @Test
  void superResolutionGivesThePhotoThatWasMadeSmaller() {
    var photo = Pictures.noise(8, 12);

    var pair = new SuperResolution(0, 4).pair(photo);

    assertThat(pair.condition())
        .isEqualTo(Resampling.BICUBIC.resize(Resampling.BICUBIC.resize(photo, 2, 3), 8, 12));
    assertThat(pair.target()).isEqualTo(photo);
  }

  @Test
  void edgesTakeDrawingsAsTheyAreAndPhotosByTheirEdges() {
    var dataset = new Edges(0);
    var photo = steps(200, 200, 200, 200);
    var drawing = dataset.pair(Pictures.noise(32, 32)).condition();
    var gray = Pictures.ramp(16, 16);

    assertThat(dataset.condition(drawing, Optional.empty(), "a.png")).isEqualTo(drawing);
    assertThat(dataset.condition(gray, Optional.empty(), "a.png"))
        .isEqualTo(dataset.pair(gray).condition());
    assertThat(dataset.pair(photo).target()).isEqualTo(photo);
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> new SuperResolution(0, 1))
        .hasMessage("factor must be at least 2, not 1");
    assertThatThrownBy(() -> new Deblurring(0, 0))
        .hasMessage("sigma must be at least 0.1, not 0.0");
  }
}
