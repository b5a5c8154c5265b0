package io.pix2pix.onnx.web;

import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.translation.TrainedRun;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether networks see pictures as people do. Where a data set makes something else of a picture
 * before a network sees it, such as its lightness or a channel for each class, a page cannot.
 */
final class PlainPictures {
  private static final int SIZE = 64;

  private PlainPictures() {}

  /**
   * Refuses a run whose pictures need more than a page does.
   *
   * @param example a condition of the run, if one could be read
   */
  static void require(TrainedRun run, Optional<Image> example) {
    int takes = run.network().conditionChannels();
    int gives = run.network().targetChannels();
    var codec = run.data().codec(run.classes());
    boolean plain =
        isShown(takes)
            && isShown(gives)
            && isTaken(codec, run, example.orElse(gradient(takes)))
            && isGiven(codec, gradient(takes), gradient(gives));
    if (!plain) {
      throw new InvalidInputException(
          "%s: its data makes something else of pictures before the network sees them, or of what it makes (%d channels become %d); a page in the browser takes and shows pictures as they are: take --layout onnx, and make its input in your program"
              .formatted(run.folder().path(), takes, gives));
    }
  }

  private static boolean isShown(int channels) {
    return channels == 1 || channels == 3;
  }

  private static boolean isTaken(ImageCodec codec, TrainedRun run, Image picture) {
    try {
      return same(codec.condition(picture, run.indices(), "example"), picture);
    } catch (InvalidInputException e) {
      return picture.channels() == 3; // a label map is asked for, which networks see in its colors
    }
  }

  private static boolean isGiven(ImageCodec codec, Image condition, Image picture) {
    return same(codec.showTarget(condition, picture), picture);
  }

  private static boolean same(Image one, Image other) {
    return one.shape().equals(other.shape()) && Arrays.equals(one.toArray(), other.toArray());
  }

  /** From black to white: no data set takes it for a drawing or a map. */
  private static Image gradient(int channels) {
    var shape = new ImageShape(SIZE, SIZE, channels);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2f * i / values.length - 1;
    }
    return Image.owning(shape, values);
  }
}
