package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.metric.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * FCN-score (paper, section 4.1, tables 1 to 3): whether a network that knows real photos sees in a
 * generated one what the label map asked for. Per-pixel accuracy, per-class accuracy and class IoU
 * over the whole set, and the same of the real photos: the ceiling.
 *
 * <p>The paper takes an FCN-8s that was trained on Cityscapes. Here a small U-Net is trained once
 * for each data set on its real training pairs, and kept; its figures are comparable among runs on
 * that data set, never with the paper's tables. Photos and label maps are compared at the
 * segmenter's size.
 *
 * @param palette a file; {@code data} for {@code palette.csv} of the data folder
 * @param ignore classes whose pixels are not counted
 * @param absent how a class counts that no label map shows
 * @param size of the longer side of what the segmenter sees
 * @param steps of its training
 * @param filters of its first level
 */
public record FcnScore(
    @Setting(
            value = Labels.OWN,
            meaning = "file of classes and colors; data: palette.csv of the data folder")
        String palette,
    @Setting(value = "[void]", meaning = "classes whose pixels are not counted")
        ImmutableList<String> ignore,
    @Setting(
            value = "skipped",
            meaning = "a class that no label map shows is left out of means, or counts zero")
        AbsentClasses absent,
    @Setting(
            value = "128",
            min = 16,
            max = 512,
            meaning = "pixels of the longer side that the segmenter sees")
        int size,
    @Setting(value = "1500", min = 1, meaning = "steps of the segmenter's training, 8 pairs each")
        int steps,
    @Setting(value = "16", min = 1, meaning = "channels of the segmenter's first level")
        int filters)
    implements Metric {
  static final String NAME = "fcn-score";

  @Override
  public Gauge open(Surroundings surroundings) {
    var labels = labels(surroundings);
    var plan = new SegmenterPlan(labels, size, steps, filters);
    return new Judge(Segmenter.of(plan, surroundings), labels, absent);
  }

  /** Everything but the training of the segmenter. */
  @Override
  public ImmutableList<Quantity> check(Surroundings surroundings) {
    labels(surroundings);
    return quantities();
  }

  private static ImmutableList<Quantity> quantities() {
    return ImmutableList.<Quantity>builder()
        .addAll(Scores.quantities(NAME))
        .addAll(Scores.ceiling(NAME))
        .build();
  }

  private Labels labels(Surroundings surroundings) {
    var labels = Labels.of(NAME, palette, ignore, surroundings);
    labels.requireSide(NAME, true, "label-accuracy", surroundings);
    return labels;
  }

  private record Judge(Segmenter segmenter, Labels labels, AbsentClasses absent) implements Gauge {
    @Override
    public ImmutableList<Quantity> quantities() {
      return FcnScore.quantities();
    }

    @Override
    public ImmutableDoubleArray look(Specimen specimen) {
      int classes = labels.scored();
      var counts = new double[2 * classes * classes];
      var truth =
          segmenter.size().labels(labels.read(specimen.condition()), specimen.condition().shape());
      count(truth, specimen.generated(), counts, 0);
      count(truth, specimen.target(), counts, classes * classes);
      return ImmutableDoubleArray.copyOf(counts);
    }

    private void count(int[] truth, Image photo, double[] counts, int offset) {
      new ConfusionMatrix(labels.scored(), counts, offset).add(truth, segmenter.see(photo));
    }

    @Override
    public double[] figures(List<ImmutableDoubleArray> evidence) {
      int classes = labels.scored();
      var counts = Evidence.sum(evidence);
      var generated = new ConfusionMatrix(classes, counts, 0).scores(absent);
      var real = new ConfusionMatrix(classes, counts, classes * classes).scores(absent);
      return DoubleStream.concat(Arrays.stream(generated), Arrays.stream(real)).toArray();
    }

    @Override
    public boolean judgesSingleImages() {
      return true;
    }

    @Override
    public void close() {
      segmenter.close();
    }
  }
}
