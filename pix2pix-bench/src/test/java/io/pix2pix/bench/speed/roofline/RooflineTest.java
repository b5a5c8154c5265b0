package io.pix2pix.bench.speed.roofline;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.speed.roofline.Roofline.LayerSpeed;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A machine that computes 100 GMAC/s and copies 20 GB/s: its roof bends at 5 MAC a byte. */
class RooflineTest {
  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

  /** 10 MAC a byte, 2 GMAC in 40 ms: 50 GMAC/s. */
  private static final LayerSpeed LARGE =
      new LayerSpeed("g/a", "convolution", "1x1x1", 2_000_000_000, 200_000_000, 0.04);

  /** 1 MAC a byte, 0.1 GMAC in 20 ms: 5 GMAC/s, of 20 that the bandwidth allows. */
  private static final LayerSpeed SMALL =
      new LayerSpeed("g/b", "convolution", "1x1x1", 100_000_000, 100_000_000, 0.02);

  private static final Roofline ROOFLINE = new Roofline(100, 20, List.of(LARGE, SMALL));

  @Test
  void arithmeticBoundsALayerOfManyOperationsOnEachByte() {
    assertThat(LARGE.speed()).isCloseTo(50, EXACTLY);
    assertThat(ROOFLINE.share(LARGE)).isCloseTo(0.5, EXACTLY);
  }

  @Test
  void bandwidthBoundsALayerOfFew() {
    assertThat(ROOFLINE.roof(1)).isCloseTo(20, EXACTLY);
    assertThat(ROOFLINE.share(SMALL)).isCloseTo(0.25, EXACTLY);
  }

  /** At their roofs they would take 20 and 5 ms of the 60 that they take. */
  @Test
  void togetherLayersCountByTheirTime() {
    assertThat(ROOFLINE.share()).isCloseTo(25.0 / 60, EXACTLY);
  }

  @Test
  void isReadAsItIsWritten() {
    assertThat(Roofline.parse(ROOFLINE.json())).isEqualTo(ROOFLINE);
  }
}
