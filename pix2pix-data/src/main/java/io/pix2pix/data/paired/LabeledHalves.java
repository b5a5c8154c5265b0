package io.pix2pix.data.paired;

import io.pix2pix.api.data.ForwardingPairs;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.label.LabelSides;
import io.pix2pix.data.pixels.PixelSettings;
import java.util.Optional;

/**
 * Pairs of which is known what halves are label maps.
 *
 * @param pairs without that
 * @param labels of all of them
 */
record LabeledHalves(Pairs pairs, PairLabels labels) implements ForwardingPairs {

  /** What the first pair tells of label maps, where there is a palette. */
  static PairLabels labels(Pairs pairs, Optional<Palette> palette, PixelSettings pixels) {
    return palette
        .map(its -> LabelSides.of(pixels, LabelSides.of(its, pairs.size(), pairs::read)))
        .orElse(PairLabels.NONE);
  }

  @Override
  public ImagePair read(int index) {
    return pairs.read(index).with(labels);
  }

  @Override
  public Pairs sound() {
    return new LabeledHalves(pairs.sound(), labels);
  }
}
