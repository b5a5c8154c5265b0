package io.pix2pix.api.metric;

import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.progress.ProgressListener;
import java.nio.file.Path;

/**
 * What a metric may want to know besides the images that it is shown.
 *
 * @param data where the images come from
 * @param measured the pairs that it will be shown, here as networks see them
 * @param cache a folder in which it may keep what is costly to make again; it may be missing
 * @param work is told of what takes long
 */
public record EvaluationContext(
    OpenedDataset data, Pairs measured, Path cache, ProgressListener work) {

  /** The data set that the images come from. */
  public Dataset dataset() {
    return data.dataset();
  }

  /**
   * A pair that is measured, as people see it: the pictures of a {@link EvaluatedImage}.
   *
   * @param index from 0 on
   * @throws io.pix2pix.api.error.InvalidInputException if a file cannot be decoded
   */
  public ImagePair shown(int index) {
    var pair = measured.read(index);
    var condition = pair.condition();
    var codec = data.codec();
    return pair.with(codec.showCondition(condition), codec.showTarget(condition, pair.target()));
  }

  /**
   * The pairs that the run was trained on, as networks see them.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if they cannot be used
   */
  public Pairs training() {
    return data.split("train");
  }
}
