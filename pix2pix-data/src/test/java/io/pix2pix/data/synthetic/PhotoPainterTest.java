package io.pix2pix.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.data.random.SeededRandom;
import io.pix2pix.data.synthetic.Style.Masonry;
import io.pix2pix.data.synthetic.Style.Mood;
import io.pix2pix.data.synthetic.Style.Roofing;
import java.awt.image.BufferedImage;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhotoPainterTest {
  private static final int SIDE = 16;
  private static final int PHOTOS = 8;
  private static final int[] RED_GREEN_BLUE = {16, 8, 0};

  /** The photo of nothing but a wall that follows from a number. */
  private static BufferedImage wall(Masonry masonry, int number) {
    var wall = Part.rectangle(masonry.label(), 0, 0, 64, 64);
    var style = new Style(Mood.CLEAR, masonry, Roofing.SLATE);
    return PhotoPainter.paint(
        new Front(style, ImmutableList.of(wall)), SIDE, SeededRandom.of(1, "photo", number));
  }

  @Test
  void paintsWallsOfOneLabelMoreAlikeThanWallsOfTwo() {
    for (Masonry masonry : Masonry.values()) {
      double leastAlike = distances(masonry, masonry).max().orElseThrow();

      for (Masonry other : Masonry.values()) {
        assertThat(masonry == other || distances(masonry, other).min().orElseThrow() > leastAlike)
            .as("%s and %s", masonry, other)
            .isTrue();
      }
    }
  }

  /** How much the mean colors of walls differ, for walls that follow from different numbers. */
  private static DoubleStream distances(Masonry first, Masonry second) {
    return IntStream.range(0, PHOTOS)
        .mapToDouble(number -> distance(wall(first, number), wall(second, number + 1)));
  }

  private static double distance(BufferedImage first, BufferedImage second) {
    return IntStream.of(RED_GREEN_BLUE)
        .mapToDouble(shift -> Math.abs(mean(first, shift, 0) - mean(second, shift, 0)))
        .sum();
  }

  /** Mean of a channel, from 0 to 255, from a column of pixels on. */
  private static double mean(BufferedImage picture, int shift, int from) {
    return IntStream.of(picture.getRGB(from, 0, SIDE - from, SIDE, null, 0, SIDE - from))
        .map(rgb -> rgb >> shift & 0xff)
        .average()
        .orElseThrow();
  }

  @Test
  void leavesTheShadeAndTheSideOfTheSunOpen() {
    assertThat(IntStream.range(0, PHOTOS).mapToObj(i -> wall(Masonry.PLASTER, i)))
        .extracting(wall -> mean(wall, 8, 0))
        .doesNotHaveDuplicates();
    assertThat(IntStream.range(0, PHOTOS).mapToObj(i -> wall(Masonry.PLASTER, i)))
        .extracting(wall -> mean(wall, 8, SIDE / 2) > mean(wall, 8, 0))
        .contains(true, false);
  }
}
