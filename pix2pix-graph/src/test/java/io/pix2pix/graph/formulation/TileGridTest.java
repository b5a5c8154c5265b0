package io.pix2pix.graph.formulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TileGridTest {
  private final TileGrid grid = new TileGrid(2, 3, 4);

  @Test
  void coversTheMaps() {
    assertThat(grid.tiles()).isEqualTo(4);
    assertThat(grid.missingRows()).isEqualTo(1);
    assertThat(grid.missingColumns()).isZero();
    assertThat(grid.whole()).isEqualTo(new TileGrid(2, 4, 4));
  }

  @Test
  void knowsWhereEachPixelOfTheMapsIsComputed() {
    assertThat(grid.tileOfEach()).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3);
    assertThat(grid.placeOfEach()).containsExactly(0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1);
  }

  /** An image of 4 rows and 5 columns: the last squares would see a fifth row. */
  @Test
  void knowsWhatAFilterOfTwoTapsSeesFromEachSquare() {
    var seen = grid.seen(3, 1);

    assertThat(seen).hasSize(9 * 4).startsWith(0, 2, 10, 12).endsWith(12, 14, 17, 19);
    assertThat(seen[4 * 4]).as("the middle of what the first square sees").isEqualTo(6);
  }
}
