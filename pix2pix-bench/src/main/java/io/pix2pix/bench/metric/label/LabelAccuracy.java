package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.metric.Evidence;
import java.util.List;

/**
 * For generators that make label maps (paper, table 6): per-pixel accuracy, per-class accuracy and
 * class IoU over the whole set. The class of a pixel is that of the nearest color of the palette,
 * in the generated image and in the target.
 *
 * @param palette a file; {@code data} for {@code palette.csv} of the data folder
 * @param ignore classes whose pixels are not counted
 * @param absent how a class counts that no target shows
 */
public record LabelAccuracy(
    @Setting(
            value = Labels.OWN,
            meaning = "file of classes and colors; data: palette.csv of the data folder")
        String palette,
    @Setting(value = "[void]", meaning = "classes whose pixels are not counted")
        ImmutableList<String> ignore,
    @Setting(
            value = "skipped",
            meaning = "a class that no target shows is left out of means, or counts zero")
        AbsentClasses absent)
    implements Metric {
  private static final String NAME = "label-accuracy";

  @Override
  public Gauge open(Surroundings surroundings) {
    var labels = Labels.of(NAME, palette, ignore, surroundings);
    labels.requireSide(NAME, false, FcnScore.NAME, surroundings);
    return new Colors(labels, absent);
  }

  private record Colors(Labels labels, AbsentClasses absent) implements Gauge {
    @Override
    public ImmutableList<Quantity> quantities() {
      return Scores.quantities(NAME);
    }

    @Override
    public ImmutableDoubleArray look(Specimen specimen) {
      int classes = labels.scored();
      var counts = new double[classes * classes];
      new ConfusionMatrix(classes, counts, 0)
          .add(labels.read(specimen.target()), labels.guess(specimen.generated()));
      return ImmutableDoubleArray.copyOf(counts);
    }

    @Override
    public double[] figures(List<ImmutableDoubleArray> evidence) {
      return new ConfusionMatrix(labels.scored(), Evidence.sum(evidence), 0).scores(absent);
    }

    @Override
    public boolean judgesSingleImages() {
      return true;
    }
  }
}
