package io.pix2pix.data.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.color.Lab;
import io.pix2pix.api.color.Rgb;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.ImageFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColorizationTest {
  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  @TempDir Path data;

  private final Colorization colorization = new Colorization(0);

  /** Pure red has L 53.24059, a 80.09417, b 67.20154 (scikit-image, see LabTest). */
  @Test
  void theConditionIsTheLightnessAndTheTargetTheColor() {
    var red = Image.of(new ImageShape(1, 1, 3), new float[] {1, -1, -1});

    var pair = colorization.pair(red);

    assertThat(pair.condition().shape()).isEqualTo(new ImageShape(1, 1, 1));
    assertThat(pair.condition().at(0, 0, 0)).isCloseTo(53.24059f / 50 - 1, CLOSE);
    assertThat(pair.target().shape()).isEqualTo(new ImageShape(1, 1, 2));
    assertThat(pair.target().at(0, 0, 0)).isCloseTo(80.09417f / 110, CLOSE);
    assertThat(pair.target().at(0, 0, 1)).isCloseTo(67.20154f / 110, CLOSE);
  }

  @Test
  void aPhotoIsShownAsItIsStored() {
    Path file = Pictures.write(data.resolve("train/1.png"), 7, 5);

    var pair = DataSource.folder(data).open(colorization).split("train").read(0);
    var shown = colorization.showTarget(pair.condition(), pair.target());

    assertThat(Pixels.toImage(Pixels.toPicture(shown))).isEqualTo(ImageFiles.read(file));
  }

  @Test
  void aConditionIsShownAsTheGrayOfItsLightness() {
    var gray = Pictures.plain(2, 3, 0.2f);

    var shown = colorization.showCondition(colorization.condition(gray, Optional.empty(), "gray"));

    assertThat(shown.shape()).isEqualTo(gray.shape());
    for (float value : shown.toArray()) {
      assertThat(value).isCloseTo(0.2f, CLOSE);
    }
  }

  @Test
  void everyGeneratedColorKeepsTheLightness() {
    var lightness = Image.of(new ImageShape(1, 3, 1), new float[] {-0.9f, 0.3f, 0.95f});
    var glaring = Image.of(new ImageShape(1, 3, 2), new float[] {1, -1, -1, 1, 1, 1});

    var shown = colorization.showTarget(lightness, glaring);

    for (int x = 0; x < 3; x++) {
      var rgb =
          new Rgb(
              (shown.at(0, x, 0) + 1) / 2,
              (shown.at(0, x, 1) + 1) / 2,
              (shown.at(0, x, 2) + 1) / 2);
      assertThat(Lab.of(rgb).lightness())
          .isCloseTo((lightness.at(0, x, 0) + 1) * 50.0, Offset.offset(0.3));
    }
  }

  @Test
  void aColorPhotoAndItsGrayTwinOfTheSameLightnessGiveTheSameCondition() {
    var photo = Pictures.ramp(4, 4);
    var condition = colorization.condition(photo, Optional.empty(), "photo");

    var gray = colorization.showCondition(condition);
    var again = colorization.condition(gray, Optional.empty(), "gray");

    for (int i = 0; i < 16; i++) {
      assertThat(again.toArray()[i]).isCloseTo(condition.toArray()[i], CLOSE);
    }
  }

  @Test
  void photosAreResizedToTheSizeAsked() {
    Pictures.write(data.resolve("val/1.png"), 10, 24);
    var shape = new PairShape(new ImageShape(8, 8, 1), new ImageShape(8, 8, 2));

    var pairs = DataSource.folder(data).open(new Colorization(8)).split("val");

    assertThat(pairs.shape(0)).isEqualTo(shape);
    assertThat(PairShape.of(pairs.read(0))).isEqualTo(shape);
    assertThat(new Colorization(8).shapeOf(new ImageShape(10, 24, 3))).isEqualTo(shape);
  }

  @Test
  void negativeSizesAreRefused() {
    assertThatThrownBy(() -> new Colorization(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size must be at least 0, not -1");
  }
}
