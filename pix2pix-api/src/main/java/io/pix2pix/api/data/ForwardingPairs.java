package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import java.util.Optional;

/**
 * Pairs that change a part of what others say, and forward the rest: a method that {@link Pairs}
 * gets later is forwarded, too.
 */
public interface ForwardingPairs extends Pairs {

  /** The others. */
  Pairs pairs();

  /** Whoever wraps pairs wraps sound ones again. */
  @Override
  Pairs sound();

  @Override
  default int size() {
    return pairs().size();
  }

  @Override
  default String name(int index) {
    return pairs().name(index);
  }

  @Override
  default PairShape shape(int index) {
    return pairs().shape(index);
  }

  @Override
  default ImagePair read(int index) {
    return pairs().read(index);
  }

  @Override
  default ImmutableList<DataFinding> check(int index) {
    return pairs().check(index);
  }

  @Override
  default ImmutableList<PairFile> files(int index) {
    return pairs().files(index);
  }

  @Override
  default ImagePair afterAugmentation(ImagePair changed) {
    return pairs().afterAugmentation(changed);
  }

  @Override
  default Optional<Palette> indices() {
    return pairs().indices();
  }

  @Override
  default DataChecksum checksum(Coverage coverage) {
    return pairs().checksum(coverage);
  }

  @Override
  default Optional<String> fingerprint() {
    return pairs().fingerprint();
  }
}
