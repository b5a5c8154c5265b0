package io.pix2pix.models.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DropoutPlacementTest {
  @Test
  void thePaperDropsInTheThreeInnermostLayers() {
    assertThat(dropping(DropoutPlacement.PAPER, 8)).containsExactly(6, 7, 8);
    assertThat(dropping(DropoutPlacement.PAPER, 4)).containsExactly(2, 3, 4);
    assertThat(dropping(DropoutPlacement.PAPER, 2)).containsExactly(2);
  }

  /** The port's UnetGenerator has num_downs - 5 blocks with dropout, within the innermost. */
  @Test
  void thePortDropsInItsIntermediateBlocksOfMostChannels() {
    assertThat(dropping(DropoutPlacement.PORT, 9)).containsExactly(5, 6, 7, 8);
    assertThat(dropping(DropoutPlacement.PORT, 8)).containsExactly(5, 6, 7);
    assertThat(dropping(DropoutPlacement.PORT, 7)).containsExactly(5, 6);
    assertThat(dropping(DropoutPlacement.PORT, 5)).isEmpty();
  }

  /** The outermost layer, 1, gives the image and is never asked. */
  private static int[] dropping(DropoutPlacement placement, int levels) {
    return IntStream.rangeClosed(2, levels)
        .filter(level -> placement.drops(level, levels))
        .toArray();
  }
}
