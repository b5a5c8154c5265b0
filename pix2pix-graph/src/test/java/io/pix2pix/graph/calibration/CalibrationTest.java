package io.pix2pix.graph.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.formulation.Formulations;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final ConvolutionShape SHAPE =
      new ConvolutionShape(ConvolutionKind.FORWARD, 1, 8, 8, 3, 4, 4, 2, 2, true);

  @Test
  void doesNotTakeWhatComputesSomethingElse() {
    var wrong = new SomePixels();

    var measurement = new Calibration(ImmutableSet.of(wrong)).measure(SHAPE);

    assertThat(measurement.milliseconds()).containsOnlyKeys(GraphPlan.PLAIN);
    assertThat(measurement.best()).isEqualTo(GraphPlan.PLAIN);
  }

  @Test
  void measuresOnlyWhatFits() {
    var names =
        Formulations.all().stream()
            .filter(one -> one.fits(SHAPE))
            .map(Formulation::name)
            .collect(Collectors.toSet());
    names.add(GraphPlan.PLAIN);

    var measurement = new Calibration(Formulations.all()).measure(SHAPE);

    assertThat(measurement.milliseconds()).containsKey(GraphPlan.PLAIN);
    assertThat(names).containsAll(measurement.milliseconds().keySet());
  }

  @Test
  void measuresOneImageWhereTheirNumberIsOpen() {
    var open = SHAPE.withBatch(ConvolutionShape.ANY_BATCH);

    var measurement = new Calibration(Formulations.all()).measure(open);

    assertThat(measurement.milliseconds()).containsKey(GraphPlan.PLAIN);
  }

  @Test
  void theFastestIsTakenIfItSavesThreePercent() {
    var measurement = new Measurement(Map.of("plain", 10.0, "onednn", 9.6, "other", 9.8));

    assertThat(measurement.best()).isEqualTo("onednn");
    assertThat(measurement.least()).isEqualTo(9.6);
  }

  @Test
  void thePlainOperationStaysWhereNothingSavesEnough() {
    var measurement = new Measurement(Map.of("plain", 10.0, "onednn", 9.8));

    assertThat(measurement.best()).isEqualTo(GraphPlan.PLAIN);
    assertThat(measurement.least()).isEqualTo(10.0);
  }

  /** Some numbers of the image, which is wrong, and fast. */
  private record SomePixels() implements Formulation {
    @Override
    public String name() {
      return "some pixels";
    }

    @Override
    public boolean fits(ConvolutionShape shape) {
      return true;
    }

    @Override
    public void write(ConvolutionNode node, GraphWriter to) {
      var s = node.shape();
      int count = s.outHeight() * s.outWidth() * s.out();
      var some = to.slice(to.reshape(node.inputs().get(0), -1), new int[1], new int[] {count});
      to.name(to.reshape(some, 1, s.outHeight(), s.outWidth(), s.out()), node.name());
    }
  }
}
