package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import java.util.ArrayList;
import java.util.stream.Stream;

/**
 * Chooses the pairs that sample pictures show: the first few held-out ones, the same throughout a
 * run.
 */
final class SamplePairs {
  private static final int MOST = 4;

  private SamplePairs() {}

  /**
   * Up to four pairs of the validation split, else of the test split, else of the training split.
   * Larger ones are cut to the middle.
   *
   * @param training shape of the pairs that are trained on
   * @param multiple of which heights and widths must be
   * @return pairs of one shape, which the generator can take; none if all are too small for it
   */
  static ImmutableList<ImagePair> choose(OpenedDataset data, PairShape training, int multiple) {
    return choose(data.split(split(data)), training, multiple);
  }

  /** The split that they are chosen from. */
  static String split(OpenedDataset data) {
    return Stream.of("val", "test").filter(data::has).findFirst().orElse("train");
  }

  static ImmutableList<ImagePair> choose(Pairs pairs, PairShape training, int multiple) {
    var chosen = new ArrayList<ImagePair>();
    for (int i = 0; i < pairs.size() && chosen.size() < MOST; i++) {
      var stored = pairs.shape(i).condition();
      int height = shown(stored.height(), training.condition().height(), multiple);
      int width = shown(stored.width(), training.condition().width(), multiple);
      boolean fits = height > 0 && width > 0;
      if (fits && (chosen.isEmpty() || hasSize(chosen.get(0), height, width))) {
        var pair = pairs.read(i);
        chosen.add(
            pairs.afterAugmentation(
                new ImagePair(
                    middle(pair.condition(), height, width),
                    middle(pair.target(), height, width))));
      }
    }
    return ImmutableList.copyOf(chosen);
  }

  private static boolean hasSize(ImagePair pair, int height, int width) {
    return pair.condition().height() == height && pair.condition().width() == width;
  }

  private static int shown(int stored, int trained, int multiple) {
    return Math.min(stored, trained) / multiple * multiple;
  }

  private static Image middle(Image image, int height, int width) {
    int top = (image.height() - height) / 2;
    int left = (image.width() - width) / 2;
    var shape = new ImageShape(height, width, image.channels());
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < image.channels(); channel++) {
          values[at++] = image.at(top + y, left + x, channel);
        }
      }
    }
    return Image.owning(shape, values);
  }
}
