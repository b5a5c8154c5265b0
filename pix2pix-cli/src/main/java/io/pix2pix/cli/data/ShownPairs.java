package io.pix2pix.cli.data;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.EvenSample;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.batch.TrainingPairs;
import io.pix2pix.data.resize.Resampling;
import io.pix2pix.train.run.PictureSheet;
import java.util.Optional;

/**
 * Training pairs as a sheet shows them.
 *
 * @param pairs as they are stored
 * @param training the same as the training sees them
 * @param shape of the latter
 * @param codec says how they are shown
 */
record ShownPairs(Pairs pairs, TrainingPairs training, PairShape shape, ImageCodec codec) {
  /** Pixels of the longer edge; larger images are shown smaller. */
  private static final int MOST = 384;

  private static final int RGB = 3;
  private static final float LIGHT = 1.6f;

  /**
   * The training pairs of an experiment.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the data or the augmentation cannot be
   *     used
   */
  static ShownPairs of(Experiment experiment, OpenedDataset data) {
    var pairs = data.split("train");
    var shape = data.trainingShape(experiment.augmentation());
    var plan = new Plan(experiment.augmentation(), shape, 1, experiment.seed(), 0);
    return new ShownPairs(pairs, new TrainingPairs(pairs, plan), shape, data.codec());
  }

  /**
   * A row for each of some pairs, evenly spread: it as it is stored, and as it is in epochs.
   *
   * @param count of pairs
   * @param epochs from the first on
   */
  ImmutableList<PictureSheet.Row> rows(int count, int epochs) {
    return EvenSample.of(pairs.size(), count)
        .mapToObj(index -> row(index, epochs))
        .collect(ImmutableList.toImmutableList());
  }

  private PictureSheet.Row row(int index, int epochs) {
    var stored = pairs.read(index);
    var cells = ImmutableList.<ImmutableList<Image>>builder().add(cell(stored));
    for (int epoch = 0; epoch < epochs; epoch++) {
      cells.add(cell(training.at(training.position(index, epoch))));
    }
    var before = stored.target().shape().widthByHeight();
    var after = shape.target().widthByHeight();
    var sizes = before.equals(after) ? before : before + ", trained on at " + after;
    return new PictureSheet.Row(pairs.name(index) + ", " + sizes, cells.build());
  }

  private ImmutableList<Image> cell(ImagePair pair) {
    var images = ImmutableList.<Image>builder();
    images.add(visible(codec.showCondition(pair.condition())));
    images.add(visible(codec.showTarget(pair.condition(), pair.target())));
    pair.mask().ifPresent(mask -> images.add(visible(shown(mask))));
    return images.build();
  }

  /** What counts is light gray, so that it is seen on white. */
  private static Image shown(Image mask) {
    float[] values = mask.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = LIGHT * values[i] - 1;
    }
    return Image.owning(mask.shape(), values);
  }

  private static Image visible(Image image) {
    var colored = colored(image);
    int edge = Math.max(image.height(), image.width());
    return edge <= MOST
        ? colored
        : Resampling.AREA.resize(
            colored,
            Math.max(1, image.height() * MOST / edge),
            Math.max(1, image.width() * MOST / edge));
  }

  /** Of other channels than screens have, the first ones. */
  private static Image colored(Image image) {
    int channels = image.channels();
    if (channels == 1 || channels == RGB) {
      return image;
    }
    int shown = channels < RGB ? 1 : RGB;
    var shape = image.shape().withChannels(shown);
    float[] all = image.toArray();
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i / shown * channels + i % shown];
    }
    return Image.owning(shape, values);
  }

  /** What the sheet does not show as it is. */
  Optional<String> note() {
    var stored = pairs.read(0);
    boolean cut =
        isCut(codec.showCondition(stored.condition()))
            || isCut(codec.showTarget(stored.condition(), stored.target()));
    return cut
        ? Optional.of("Images of other than 1 or 3 channels are shown by their first ones.")
        : Optional.empty();
  }

  private static boolean isCut(Image image) {
    return image.channels() != 1 && image.channels() != RGB;
  }
}
