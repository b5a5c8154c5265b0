package io.pix2pix.data.mask;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.data.file.StoredAlpha;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Masks that are the alpha of the targets: what is opaque counts, what is not seen does not.
 *
 * @param targets with their alpha
 */
record AlphaMasks(TargetFiles targets) implements PairMasks {
  private static final int TRIED = 16;
  private static final int ALPHA = 3;

  /**
   * The alpha of some targets.
   *
   * @param where the data is, for messages
   * @throws InvalidInputException if none of the first targets has any
   */
  static AlphaMasks of(TargetFiles targets, String where) {
    var images = targets.images();
    boolean some =
        IntStream.range(0, Math.min(TRIED, images.size())).anyMatch(index -> has(images, index));
    if (!some) {
      throw new InvalidInputException(
          where
              + ": data.mask: alpha wants targets with an alpha channel, but "
              + images.where(0)
              + " has none, nor have those after it; store them with alpha, or name masks otherwise");
    }
    return new AlphaMasks(new TargetFiles(images.withAlpha(), targets.shape(), targets.part()));
  }

  /** A damaged picture is told by the check of all files. */
  private static boolean has(StoredImages images, int index) {
    try {
      return StoredAlpha.isIn(images, index);
    } catch (InvalidInputException e) {
      return true;
    }
  }

  @Override
  public Image of(ImagePair pair, int index, ReadSize size) {
    return size.ofLabels(weights(targets.part().apply(targets.images().read(index))));
  }

  private static Image weights(Image picture) {
    float[] values = picture.toArray();
    var weights = new float[picture.height() * picture.width()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (values[i * picture.channels() + ALPHA] + 1) / 2;
    }
    return Image.owning(picture.shape().withChannels(1), weights);
  }

  @Override
  public Optional<StoredImages> files() {
    return Optional.empty();
  }

  @Override
  public String source() {
    return "alpha";
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    return has(targets.images(), index)
        ? ImmutableList.of()
        : ImmutableList.of(
            DataFinding.note(
                targets.images().where(index), "has no alpha, so that all of it counts"));
  }
}
