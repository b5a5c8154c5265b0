package io.pix2pix.data.mask;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;

/**
 * Masks that are gray pictures: what is white counts, what is black does not, and gray counts in
 * part. Where a picture has no value but 0 and 1, 1 counts.
 *
 * @param images in the order of the pairs
 */
record PictureMasks(StoredImages images) implements PairMasks {
  private static final int RGB = 3;
  private static final float ONE_OF_BYTES = 1.01f / 255;

  @Override
  public Image of(ImagePair pair, int index, ReadSize size) {
    var mask = weights(images.read(index), images.where(index));
    return size.ofLabels(mask);
  }

  private static Image weights(Image picture, String where) {
    int channels = picture.channels();
    float[] values = picture.toArray();
    var weights = new float[picture.height() * picture.width()];
    float most = 0;
    for (int i = 0; i < weights.length; i++) {
      refuseColors(values, i * channels, channels, where);
      weights[i] = (values[i * channels] + 1) / 2;
      most = Math.max(most, weights[i]);
    }
    boolean isTruth = most > 0 && most <= ONE_OF_BYTES;
    for (int i = 0; isTruth && i < weights.length; i++) {
      weights[i] = weights[i] > 0 ? 1 : 0;
    }
    return Image.owning(picture.shape().withChannels(1), weights);
  }

  private static void refuseColors(float[] values, int at, int channels, String where) {
    if (channels >= RGB && (values[at] != values[at + 1] || values[at] != values[at + 2])) {
      throw new InvalidInputException(
          where + ": has colors; a mask is gray: white counts, black does not");
    }
  }

  @Override
  public Optional<StoredImages> files() {
    return Optional.of(images);
  }

  @Override
  public String source() {
    return "files";
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    var where = images.where(index);
    try {
      weights(images.read(index), where);
      return images.check(index);
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(where, e));
    }
  }
}
