package io.pix2pix.data.paired;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.PairShape;
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
record LabeledHalves(Pairs pairs, PairLabels labels) implements Pairs {

  /** Pairs with what their first one tells of label maps, where there is a palette. */
  static Pairs of(Pairs pairs, Optional<Palette> palette, PixelSettings pixels) {
    if (palette.isEmpty()) {
      return pairs;
    }
    var found = LabelSides.of(palette.get(), pairs.size(), pairs::read);
    return new LabeledHalves(pairs, LabelSides.of(pixels, found));
  }

  @Override
  public int size() {
    return pairs.size();
  }

  @Override
  public String name(int index) {
    return pairs.name(index);
  }

  @Override
  public PairShape shape(int index) {
    return pairs.shape(index);
  }

  @Override
  public ImagePair read(int index) {
    return pairs.read(index).with(labels);
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    return pairs.check(index);
  }

  @Override
  public Pairs sound() {
    return new LabeledHalves(pairs.sound(), labels);
  }

  @Override
  public Optional<Palette> indices() {
    return pairs.indices();
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    return pairs.checksum(coverage);
  }

  @Override
  public Optional<String> fingerprint() {
    return pairs.fingerprint();
  }
}
