package io.pix2pix.data.paired;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.FileChecksums;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.LabelReading;
import io.pix2pix.data.pixels.SidePixels;
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;

/**
 * The pairs of one folder.
 *
 * @param images that hold a pair each, read as conditions are
 * @param targets the same files, read as targets are
 * @param conditionLabels how networks see conditions that are label maps
 * @param targetLabels how networks see targets that are label maps
 * @param direction which half is the condition
 * @param sizeOfHalf of each half
 */
record PairedFiles(
    StoredImages images,
    StoredImages targets,
    Optional<LabelReading> conditionLabels,
    Optional<LabelReading> targetLabels,
    Direction direction,
    ReadSize sizeOfHalf)
    implements Pairs {

  /** The pairs of files, read as a data set says. */
  static PairedFiles of(StoredImages files, Paired dataset, Optional<Palette> palette) {
    var pixels = dataset.pixels();
    var conditions = files.readAs(pixels.condition(), dataset.range());
    var targets =
        pixels.target().equals(pixels.condition())
            ? conditions
            : files.readAs(pixels.target(), dataset.range());
    return new PairedFiles(
        conditions,
        targets,
        labels(pixels.condition(), palette),
        labels(pixels.target(), palette),
        dataset.direction(),
        dataset.readSize());
  }

  private static Optional<LabelReading> labels(SidePixels side, Optional<Palette> palette) {
    return side.labels().isGiven()
        ? Optional.of(LabelReading.of(side.labels(), palette))
        : Optional.empty();
  }

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
    var condition = sizeOfHalf.of(half(images, index));
    var target = sizeOfHalf.of(half(targets, index));
    return new PairShape(
        conditionLabels.map(labels -> labels.of(condition)).orElse(condition),
        targetLabels.map(labels -> labels.of(target)).orElse(target));
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
    var other = targets.equals(images) ? pair : direction.split(targets.read(index));
    return new ImagePair(
        read(pair.condition(), conditionLabels, index), read(other.target(), targetLabels, index));
  }

  private Image read(Image half, Optional<LabelReading> labels, int index) {
    return labels
        .map(its -> its.read(half, sizeOfHalf, images.where(index)))
        .orElseGet(() -> sizeOfHalf.of(half));
  }

  @Override
  public Optional<Palette> indices() {
    return conditionLabels.map(LabelReading::palette);
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
      if (conditionLabels.isPresent() || targetLabels.isPresent()) {
        read(index);
      }
      return found;
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(images.where(index), e));
    }
  }

  @Override
  public Pairs sound() {
    var first = images.sound();
    var second = targets.equals(images) ? first : targets.sound();
    return new PairedFiles(first, second, conditionLabels, targetLabels, direction, sizeOfHalf);
  }

  @Override
  public ImmutableList<PairFile> files(int index) {
    return ImmutableList.of(images.file(index));
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
