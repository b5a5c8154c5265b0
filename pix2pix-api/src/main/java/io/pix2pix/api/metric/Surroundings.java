package io.pix2pix.api.metric;

import io.pix2pix.api.progress.ProgressListener;

import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a metric may want to know besides the images that it is shown.
 *
 * @param dataset where the images come from
 * @param folder the data folder, where the data set needs one
 * @param measured the pairs that it will be shown, here as networks see them
 * @param cache a folder in which it may keep what is costly to make again; it may be missing
 * @param work is told of what takes long
 */
public record Surroundings(
    Dataset dataset, Optional<Path> folder, Pairs measured, Path cache, ProgressListener work) {

  /**
   * A pair that is measured, as people see it: the pictures of a {@link Specimen}.
   *
   * @param index from 0 on
   * @throws io.pix2pix.api.error.InvalidInputException if a file cannot be decoded
   */
  public ImagePair shown(int index) {
    var pair = measured.read(index);
    var condition = pair.condition();
    return new ImagePair(
        dataset.showCondition(condition), dataset.showTarget(condition, pair.target()));
  }

  /**
   * The pairs that the run was trained on, as networks see them.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if they cannot be used
   */
  public Pairs training() {
    return dataset.open(folder, "train");
  }
}
