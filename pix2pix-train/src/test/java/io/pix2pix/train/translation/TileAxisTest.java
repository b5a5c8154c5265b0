package io.pix2pix.train.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.train.translation.TileAxis.Blend;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileAxisTest {
  private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

  /** Of 20 pixels, tiles of 8 that overlap by at least 2: 0 to 7, 4 to 11, 8 to 15, 12 to 19. */
  @Test
  void tilesBeginAtMultiplesAndAreEvenlySpread() {
    var axis = TileAxis.of(20, 8, 4, Blend.of(2, 1));

    assertThat(origins(axis)).containsExactly(0, 4, 8, 12);
  }

  @Test
  void anImageThatIsNoLargerThanATileIsOneTile() {
    var axis = TileAxis.of(8, 16, 4, Blend.of(4, 1));

    assertThat(axis.tiles()).isEqualTo(1);
    assertThat(axis.length()).isEqualTo(8);
    assertThat(axis.weight(0, 0)).isEqualTo(1);
    assertThat(axis.weight(0, 7)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"64,16,4,4,1", "100,32,4,20,9", "96,64,32,32,70", "36,16,4,12,5"})
  void weightsOfAllTilesAddUpToOne(int image, int tile, int multiple, int overlap, int field) {
    var axis = TileAxis.of(image, tile, multiple, Blend.of(overlap, field));
    var sums = new float[image];
    for (int i = 0; i < axis.tiles(); i++) {
      assertThat(axis.origin(i) % multiple).isZero();
      for (int at = 0; at < axis.length(); at++) {
        sums[axis.origin(i) + at] += axis.weight(i, at);
      }
    }

    for (float sum : sums) {
      assertThat(sum).isCloseTo(1, ROUNDING);
    }
    assertThat(axis.origin(axis.tiles() - 1)).isEqualTo(image - axis.length());
  }

  /** Of an overlap of 9 whose field is 9 pixels, the middle one alone is blended: half and half. */
  @Test
  void wherePixelsSeeBeyondTheirTileTheyDoNotCount() {
    var axis = TileAxis.of(24, 16, 1, Blend.of(9, 9));

    assertThat(origins(axis)).containsExactly(0, 4, 8);
    assertThat(IntStream.range(0, 4).mapToObj(at -> axis.weight(1, at))).containsOnly(0f);
  }

  private static int[] origins(TileAxis axis) {
    return IntStream.range(0, axis.tiles()).map(axis::origin).toArray();
  }
}
