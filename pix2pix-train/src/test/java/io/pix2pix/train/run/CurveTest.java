package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void smoothsByTheMeanOfWhatIsAround() {
    assertThat(curve(3, 0, 6, 9).smoothed(1).values()).containsExactly(1.5, 3, 5, 7.5);
    assertThat(curve(3, 0, 6, 9).smoothed(0).values()).containsExactly(3, 0, 6, 9);
  }

  @Test
  void keepsEverySpikeWhenThinned() {
    var values = new double[1000];
    values[617] = 5;
    values[618] = -5;

    var thinned = curve(values).thinned(100);

    assertThat(thinned.values()).contains(5, -5).hasSizeLessThanOrEqualTo(100);
    assertThat(thinned.steps()).contains(618, 619).isSorted();
  }

  @Test
  void leavesAFewPointsAsTheyAre() {
    assertThat(curve(1, 2, 3).thinned(100).values()).containsExactly(1, 2, 3);
  }

  @Test
  void knowsTheValueThatAShareDoesNotExceed() {
    assertThat(curve(4, 1, 3, 2, 5).quantile(0)).isEqualTo(1);
    assertThat(curve(4, 1, 3, 2, 5).quantile(0.5)).isEqualTo(3);
    assertThat(curve(4, 1, 3, 2, 5).quantile(1)).isEqualTo(5);
  }

  private static Curve curve(double... values) {
    return new Curve(IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
  }
}
