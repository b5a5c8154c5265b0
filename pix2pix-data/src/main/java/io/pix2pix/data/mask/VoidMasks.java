package io.pix2pix.data.mask;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.NoClass;
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;

/**
 * Masks that follow from a label map: what belongs to no class does not count.
 *
 * @param ofTarget whether the target is the map, rather than the condition
 * @param kind of the map
 */
record VoidMasks(boolean ofTarget, LabelKind kind) implements PairMasks {
  private static final float HALF_A_LEVEL = 0.5f / 127.5f;

  /**
   * For pairs of which one image is a label map; the target if both are.
   *
   * @param where the data is, for messages
   * @throws InvalidInputException if none is
   */
  static VoidMasks of(PairLabels labels, String where) {
    boolean ofTarget = labels.target().isLabels();
    var kind = ofTarget ? labels.target() : labels.condition();
    if (!kind.isLabels()) {
      throw new InvalidInputException(
          where
              + ": data.mask: void wants label maps, and a palette.csv in the data folder that says"
              + " what their classes are; add it, or name masks otherwise");
    }
    return new VoidMasks(ofTarget, kind);
  }

  @Override
  public Image of(ImagePair pair, int index, ReadSize size) {
    var map = ofTarget ? pair.target() : pair.condition();
    float[] none = NoClass.pixel(map, kind, pair.labels());
    float[] values = map.toArray();
    var weights = new float[map.height() * map.width()];
    for (int i = 0; i < weights.length; i++) {
      boolean hidden = isPixel(values, i * none.length, none) || isEmpty(values, i, none.length);
      weights[i] = hidden ? 0 : 1;
    }
    return Image.owning(map.shape().withChannels(1), weights);
  }

  /** Of an index of 255 in a palette that has a class called void, too. */
  private boolean isEmpty(float[] values, int pixel, int channels) {
    if (kind == LabelKind.COLORS || (kind == LabelKind.INDICES && channels > 1)) {
      return false;
    }
    float nothing = kind == LabelKind.ONE_HOT ? -1 : 1;
    for (int at = pixel * channels; at < (pixel + 1) * channels; at++) {
      if (values[at] != nothing) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPixel(float[] values, int at, float[] pixel) {
    for (int channel = 0; channel < pixel.length; channel++) {
      if (Math.abs(values[at + channel] - pixel[channel]) > HALF_A_LEVEL) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Optional<StoredImages> files() {
    return Optional.empty();
  }

  @Override
  public String source() {
    return "void";
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    return ImmutableList.of();
  }
}
