package io.pix2pix.data.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.image.Image;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.augment.Jitter;
import io.pix2pix.data.batch.PrefetchedBatching;
import io.pix2pix.data.file.ImageFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InpaintingTest {
  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  @TempDir Path data;

  private final Inpainting inpainting = new Inpainting(0, 0.5);

  @Test
  void theMiddleHalfOfHeightAndWidthIsWhite() {
    var dark = Pictures.plain(4, 8, -0.5f);

    var pair = inpainting.pair(dark);

    assertThat(pair.target()).isEqualTo(dark);
    assertThat(drawing(pair.condition()))
        .isEqualTo(
            """
            ........
            ..####..
            ..####..
            ........
            """);
  }

  @Test
  void anotherShareOfThePhotoCanBeWhite() {
    assertThat(drawing(new Inpainting(0, 0.25).pair(Pictures.plain(8, 8, 0)).condition()))
        .isEqualTo(
            """
            ........
            ........
            ........
            ...##...
            ...##...
            ........
            ........
            ........
            """);
  }

  @Test
  void aPictureToBeTranslatedGetsTheHoleAndOneThatHasItStaysAsItIs() {
    var photo = Pictures.ramp(8, 8);
    var holed = inpainting.condition(photo, Optional.empty(), "photo");

    assertThat(holed).isEqualTo(inpainting.pair(photo).condition()).isNotEqualTo(photo);
    assertThat(inpainting.condition(holed, Optional.empty(), "holed")).isEqualTo(holed);
  }

  @Test
  void jitterMovesThePhotoButNotTheHole() throws InterruptedException {
    var file = Pictures.write(data.resolve("train/1.png"), 16, 16);
    ImageFiles.write(file, Pictures.plain(16, 16, -1));
    var opened = DataSource.folder(data).open(inpainting);
    var jitter = ImmutableList.<Augmentation>of(new Jitter(13, 8));
    var plan = new Plan(jitter, opened.trainingShape(jitter), 3, 1, 0);

    try (var batches = new PrefetchedBatching().open(opened.split("train"), plan);
        var batch = batches.next()) {
      batch
          .condition()
          .scalars()
          .forEachIndexed(
              (at, value) -> {
                boolean inside = at[1] >= 2 && at[1] < 6 && at[2] >= 2 && at[2] < 6;
                assertThat(value.getFloat()).isCloseTo(inside ? 1f : -1f, CLOSE);
              });
      batch.target().scalars().forEach(value -> assertThat(value.getFloat()).isCloseTo(-1f, CLOSE));
    }
  }

  @Test
  void holesOfNothingOrOfAllAreRefused() {
    assertThatThrownBy(() -> new Inpainting(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hole must be between 0 and 1, not 1.0");
  }

  private static String drawing(Image image) {
    var drawing = new StringBuilder();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        drawing.append(image.at(y, x, 0) == 1 ? '#' : '.');
      }
      drawing.append('\n');
    }
    return drawing.toString();
  }
}
