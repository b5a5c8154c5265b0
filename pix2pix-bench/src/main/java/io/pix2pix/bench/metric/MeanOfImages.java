package io.pix2pix.bench.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A gauge whose figures are the means of what each image says of itself.
 *
 * @param quantities what each image says
 * @param each one number for each of them
 */
record MeanOfImages(ImmutableList<Quantity> quantities, Function<Specimen, double[]> each)
    implements Gauge {

  /** A gauge of one quantity. */
  static MeanOfImages of(Quantity quantity, ToDoubleFunction<Specimen> each) {
    return new MeanOfImages(
        ImmutableList.of(quantity), specimen -> new double[] {each.applyAsDouble(specimen)});
  }

  @Override
  public ImmutableDoubleArray look(Specimen specimen) {
    return ImmutableDoubleArray.copyOf(each.apply(specimen));
  }

  @Override
  public double[] figures(List<ImmutableDoubleArray> evidence) {
    var means = Evidence.sum(evidence);
    for (int i = 0; i < means.length; i++) {
      means[i] /= evidence.size();
    }
    return means;
  }

  @Override
  public boolean judgesSingleImages() {
    return true;
  }
}
