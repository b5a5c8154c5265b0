package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import java.util.Optional;

/**
 * Some of the pairs of a split. Which these are follows from the files, so that the checksum is
 * that of all.
 *
 * @param all pairs
 * @param selected indices among all of them; at least one
 */
record SelectedPairs(Pairs all, ImmutableIntArray selected) implements Pairs {
  @Override
  public int size() {
    return selected.length();
  }

  @Override
  public String name(int index) {
    return all.name(selected.get(index));
  }

  @Override
  public PairShape shape(int index) {
    return all.shape(selected.get(index));
  }

  @Override
  public ImagePair read(int index) {
    return all.read(selected.get(index));
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    return all.check(selected.get(index));
  }

  @Override
  public ImmutableList<PairFile> files(int index) {
    return all.files(selected.get(index));
  }

  @Override
  public ImagePair afterAugmentation(ImagePair changed) {
    return all.afterAugmentation(changed);
  }

  @Override
  public Optional<Palette> indices() {
    return all.indices();
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    return all.checksum(coverage);
  }

  @Override
  public Optional<String> fingerprint() {
    return all.fingerprint();
  }
}
