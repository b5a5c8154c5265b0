package io.pix2pix.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.Pictures;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropTest {
  private static final PairLabels GRAY_MAP =
      new PairLabels(LabelKind.INDICES, LabelKind.NONE, Optional.empty());

  @Test
  void cutsTheSameRectangleFromBoth() {
    var image = Grids.square(1, 2, 3, 4, 5, 6, 7, 8, 9);

    var pair =
        new Crop(2, 1, 0, LabelSampling.AUTO).apply(Grids.twice(image), new GivenDraws(0, 1, 2));

    assertThat(pair.condition()).isEqualTo(pair.target());
    assertThat(pair.target().shape()).isEqualTo(new ImageShape(2, 1, 1));
    assertThat(pair.target().toArray()).containsExactly(6, 9);
  }

  @Test
  void choosesAClassAndThenACutThatHoldsIt() {
    // The rare class is at the end of the first row.
    var map = Grids.square(0, 0, 1, 0, 0, 0, 0, 0, 0);
    var pair = Grids.twice(map).with(GRAY_MAP);

    // Balanced; the second of two classes; its first pixel; the only row and column possible.
    var cut = new Crop(2, 2, 1, LabelSampling.AUTO).apply(pair, new GivenDraws(0, 1, 0, 0, 0));

    assertThat(cut.condition().toArray()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void showsARareClassAsOftenAsOthers() {
    var values = new float[400];
    values[210] = 1;
    var pair = Grids.twice(Grids.square(values)).with(GRAY_MAP);

    assertThat(shareWithRareClass(new Crop(4, 4, 1, LabelSampling.AUTO), pair))
        .isBetween(0.45, 0.6);
    assertThat(shareWithRareClass(new Crop(4, 4, 0, LabelSampling.AUTO), pair)).isLessThan(0.12);
  }

  private static double shareWithRareClass(Crop crop, ImagePair pair) {
    var random = new SplittableRandom(1);
    int seen = 0;
    for (int i = 0; i < 1000; i++) {
      var values = crop.apply(pair, random).condition().toArray();
      for (float value : values) {
        seen += value == 1 ? 1 : 0;
      }
    }
    return seen / 1000.0;
  }

  @Test
  void tellsClassesOfColorsByTheNearestOfThePalette() {
    // Blue with the noise of JPEG, and a red pixel.
    var values = new float[27];
    for (int i = 0; i < values.length; i += 3) {
      values[i] = -1 + i / 127.5f;
      values[i + 1] = -1;
      values[i + 2] = 1;
    }
    values[24] = 1;
    values[26] = -1;
    var map = Image.of(new ImageShape(3, 3, 3), values);
    var labels = new PairLabels(LabelKind.NONE, LabelKind.COLORS, Optional.of(Grids.PALETTE));
    var pair = new ImagePair(Pictures.ramp(3, 3), map).with(labels);

    // Two classes are there, sky and sign: the second has one pixel.
    var cut = new Crop(1, 1, 1, LabelSampling.AUTO).apply(pair, new GivenDraws(0, 1, 0, 0, 0));

    assertThat(cut.target().toArray()).containsExactly(1, -1, -1);
  }

  @Test
  void tellsClassesOfOneHotMapsByTheGreatestChannel() {
    var values = new float[4 * 5];
    Arrays.fill(values, -1);
    values[4] = 1;
    values[5 + 4] = 1;
    values[15 + 2] = 1; // The third pixel is of no class, the fourth of class 2.
    var map = Image.of(new ImageShape(2, 2, 5), values);
    var oneHot = new PairLabels(LabelKind.ONE_HOT, LabelKind.NONE, Optional.empty());
    var pair = Grids.twice(map).with(oneHot);

    var cut = new Crop(1, 1, 1, LabelSampling.AUTO).apply(pair, new GivenDraws(0, 0, 0, 0, 0));

    assertThat(cut.condition().toArray()).containsExactly(-1, -1, 1, -1, -1);
  }

  /** Of the palette road, Void, sign: nine pixels, of which the last is a sign. */
  @ParameterizedTest
  @ValueSource(strings = {"COLORS", "INDICES", "ONE_HOT", "NUMBERS"})
  void doesNotCountAClassThatIsCalledVoid(String form) {
    var palette =
        new Palette(
            ImmutableList.of(
                new Palette.Entry("road", 0xff0000),
                new Palette.Entry("Void", 0x000000),
                new Palette.Entry("sign", 0x0000ff)));
    float[] none = {-1, -1, -1};
    float[] sign = {-1, -1, 1};
    if (form.equals("ONE_HOT")) {
      none = new float[] {-1, 1, -1};
    } else if (form.equals("NUMBERS")) {
      none = new float[] {2f / 3 - 1};
      sign = new float[] {4f / 3 - 1};
    }
    var values = Floats.concat(none, none, none, none, none, none, none, none, sign);
    var map = Image.of(new ImageShape(3, 3, sign.length), values);
    var kind = form.equals("NUMBERS") ? LabelKind.INDICES : LabelKind.valueOf(form);
    var pair = Grids.twice(map).with(new PairLabels(kind, LabelKind.NONE, Optional.of(palette)));

    // The first class that is there, and the first pixel of it.
    var cut = new Crop(1, 1, 1, LabelSampling.AUTO).apply(pair, new GivenDraws(0, 0, 0, 0, 0));

    assertThat(cut.condition().toArray()).containsExactly(sign);
  }

  @Test
  void refusesMapsOfWhichNobodyCanTellTheClasses() {
    var crop = new Crop(8, 8, 1, LabelSampling.CONDITION);
    var pair = Grids.twice(Pictures.noise(32, 32));

    assertThatThrownBy(() -> crop.apply(pair, new SplittableRandom(1)))
        .hasMessageStartingWith("the label map has more than 256 colors");
  }

  @Test
  void refusesSmallerImages() {
    var shape = new ImageShape(4, 6, 3);

    assertThatThrownBy(
            () -> new Crop(5, 5, 1, LabelSampling.AUTO).shapeOf(new PairShape(shape, shape)))
        .hasMessageStartingWith("images of 6x4 are smaller than the cut of 5x5; ");
  }
}
