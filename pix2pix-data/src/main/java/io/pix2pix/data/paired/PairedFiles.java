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
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;

/**
 * The pairs of one folder.
 *
 * @param images that hold a pair each, read as conditions are
 * @param targets the same files, read as targets are
 * @param direction which half is the condition
 * @param sizeOfHalf of each half
 */
record PairedFiles(
    StoredImages images, StoredImages targets, Direction direction, ReadSize sizeOfHalf)
    implements Pairs {

  /** The pairs of files, read as a data set says. */
  static PairedFiles of(StoredImages files, Paired dataset) {
    var pixels = dataset.pixels();
    var conditions = files.readAs(pixels.condition(), dataset.range());
    var targets =
        pixels.target().equals(pixels.condition())
            ? conditions
            : files.readAs(pixels.target(), dataset.range());
    return new PairedFiles(conditions, targets, dataset.direction(), dataset.readSize());
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public String name(int index) {
    return images.name(index);
  }

  @Override
  public PairShape shape(int index) {
    return new PairShape(sizeOfHalf.of(half(images, index)), sizeOfHalf.of(half(targets, index)));
  }

  private static ImageShape half(StoredImages images, int index) {
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
    half(images, index);
    var pair = direction.split(whole);
    var target = targets.equals(images) ? pair : direction.split(targets.read(index));
    return new ImagePair(sizeOfHalf.of(pair.condition()), sizeOfHalf.of(target.target()));
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    var found = images.check(index);
    if (!targets.equals(images) && found.stream().noneMatch(DataFinding::bad)) {
      found = targets.check(index);
    }
    if (found.stream().anyMatch(DataFinding::bad)) {
      return found;
    }
    try {
      half(images, index);
      return found;
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(images.where(index), e));
    }
  }

  @Override
  public Pairs sound() {
    var first = images.sound();
    var second = targets.equals(images) ? first : targets.sound();
    return new PairedFiles(first, second, direction, sizeOfHalf);
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
