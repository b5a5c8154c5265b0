package io.pix2pix.cli.golden;

import com.google.common.collect.Maps;
import io.pix2pix.api.network.GraphOptimizer;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.graph.ConvolutionOptimizer;
import io.pix2pix.graph.calibration.FormulationChoice;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.formulation.Formulations;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All tests once as graphs are built, and once for each formulation, wherever it fits. */
@ParameterizedClass(name = "{0}")
@MethodSource("formulations")
abstract class UnderEachFormulation {
  @Parameter String formulation = GraphPlan.PLAIN;

  static Stream<String> formulations() {
    return Stream.concat(
        Stream.of(GraphPlan.PLAIN), Formulations.all().stream().map(Formulation::name));
  }

  @BeforeEach
  void force() {
    FormulationChoice forced =
        shapes -> Maps.toMap(shapes, shape -> fits(shape) ? formulation : GraphPlan.PLAIN);
    Sessions.use(new ConvolutionOptimizer(Formulations.all(), forced, () -> "test"));
  }

  private boolean fits(ConvolutionShape shape) {
    return Formulations.all().stream()
        .anyMatch(one -> one.name().equals(formulation) && one.fits(shape));
  }

  @AfterEach
  void release() {
    Sessions.use(GraphOptimizer.NONE);
  }
}
