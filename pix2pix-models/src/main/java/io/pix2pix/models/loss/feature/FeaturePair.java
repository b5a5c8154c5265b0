package io.pix2pix.models.loss.feature;

import io.pix2pix.api.loss.Features;
import io.pix2pix.api.loss.LossContext;
import java.util.ArrayList;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * One feature map of both images.
 *
 * @param number of the map, from 0
 * @param target {@code [n, h, w, c]}
 * @param generated {@code [n, h, w, c]}
 */
record FeaturePair(int number, Operand<TFloat32> target, Operand<TFloat32> generated) {

  /**
   * Adds up what is said of each map.
   *
   * @param distance gives a scalar
   * @return scalar
   */
  static Operand<TFloat32> sum(
      LossContext context, Features features, Function<FeaturePair, Operand<TFloat32>> distance) {
    var targets = features.of(context, context.real());
    var generated = features.of(context, context.fake());
    var distances = new ArrayList<Operand<TFloat32>>();
    for (int i = 0; i < targets.size(); i++) {
      distances.add(distance.apply(new FeaturePair(i, targets.get(i), generated.get(i))));
    }
    return context.tf().math.addN(distances);
  }
}
