package io.pix2pix.data.paired;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.file.FileChecksums;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.resize.SquareSize;
import java.util.Optional;

/**
 * The pairs of one folder.
 *
 * @param images that hold a pair each
 * @param direction which half is the condition
 * @param sizeOfHalf of each half
 */
record PairedFiles(StoredImages images, Direction direction, SquareSize sizeOfHalf)
    implements Pairs {

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public String name(int index) {
    return images.flatName(index);
  }

  @Override
  public PairShape shape(int index) {
    return sizeOfHalf.ofBoth(half(index));
  }

  private ImageShape half(int index) {
    var stored = images.shape(index);
    if (stored.width() % 2 != 0) {
      throw new InvalidInputException(
          "%s: the width of %d pixels is odd; a pair is two halves of equal width, side by side"
              .formatted(images.where(index), stored.width()));
    }
    return stored.resized(stored.height(), stored.width() / 2);
  }

  @Override
  public ImagePair read(int index) {
    var whole = images.read(index);
    half(index);
    var halves = Halves.of(whole);
    return direction.pair(sizeOfHalf.of(halves.left()), sizeOfHalf.of(halves.right()));
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    var found = images.check(index);
    if (found.stream().anyMatch(DataFinding::bad)) {
      return found;
    }
    try {
      half(index);
      return found;
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(images.where(index), e));
    }
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    return FileChecksums.of(images).of(coverage);
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.of(FileChecksums.of(images).fingerprint());
  }
}
