package io.pix2pix.graph.calibration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.graph.convolution.ConvolutionShape;
import java.util.Set;

/** Decides how convolutions are computed. */
@FunctionalInterface
public interface FormulationChoice {
  /** All as they were built. */
  FormulationChoice PLAIN = shapes -> Maps.toMap(shapes, shape -> GraphPlan.PLAIN);

  /**
   * Decides.
   *
   * @return the name of a formulation, or {@link Measurement#PLAIN}, for each shape
   */
  ImmutableMap<ConvolutionShape, String> choose(Set<ConvolutionShape> shapes);
}
