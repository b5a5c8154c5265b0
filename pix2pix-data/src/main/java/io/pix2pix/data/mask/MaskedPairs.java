package io.pix2pix.data.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.ForwardingPairs;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.file.FileChecksums;
import io.pix2pix.data.file.StoredImages;
import java.util.Optional;

/**
 * Pairs with masks.
 *
 * @param unmasked the same without
 * @param masks of all pairs
 */
record MaskedPairs(UnmaskedPairs unmasked, PairMasks masks) implements ForwardingPairs {
  @Override
  public Pairs pairs() {
    return unmasked.pairs();
  }

  @Override
  public PairShape shape(int index) {
    requireSize(index);
    return pairs().shape(index);
  }

  /** A mask is stored with the size of its pair. */
  private void requireSize(int index) {
    masks.files().ifPresent(files -> requireSize(files, index));
  }

  private void requireSize(StoredImages files, int index) {
    ImageShape stored = unmasked.targets().shape(index);
    var found = files.shape(index);
    if (found.height() != stored.height() || found.width() != stored.width()) {
      throw new InvalidInputException(
          "%s: %s pixels, but its pair has %s; a mask must have the size of its pair"
              .formatted(files.where(index), found.widthByHeight(), stored.widthByHeight()));
    }
  }

  @Override
  public ImagePair read(int index) {
    var pair = pairs().read(index);
    requireSize(index);
    return pair.withMask(masks.of(pair, index, unmasked.size()));
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    var found =
        ImmutableList.<DataFinding>builder()
            .addAll(pairs().check(index))
            .addAll(masks.check(index))
            .build();
    if (found.stream().anyMatch(DataFinding::bad)) {
      return found;
    }
    try {
      requireSize(index);
      return found;
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(name(index), e));
    }
  }

  @Override
  public ImmutableList<PairFile> files(int index) {
    return ImmutableList.<PairFile>builder()
        .addAll(pairs().files(index))
        .addAll(masks.files().stream().map(files -> files.file(index)).toList())
        .build();
  }

  @Override
  public Pairs sound() {
    return new MaskedPairs(unmasked.sound(), masks);
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    var ofPairs = pairs().checksum(coverage);
    var ofMasks =
        masks
            .files()
            .map(files -> FileChecksums.of(files).of(coverage).value())
            .orElseGet(masks::source);
    return new DataChecksum(ofPairs.of(), joined(ofPairs.value(), ofMasks));
  }

  @Override
  public Optional<String> fingerprint() {
    var ofMasks =
        masks.files().map(files -> FileChecksums.of(files).fingerprint()).orElseGet(masks::source);
    return pairs().fingerprint().map(ofPairs -> joined(ofPairs, ofMasks));
  }

  private static String joined(String first, String second) {
    return Hashing.sha256().hashString(first + second, UTF_8).toString();
  }
}
