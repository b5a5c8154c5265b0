package io.pix2pix.data.paired;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.file.CheckedFile;
import io.pix2pix.data.resize.SquareSize;
import java.nio.file.Path;

/** The pairs of one folder. */
final class PairedFiles implements Pairs {
  private final ImmutableList<CheckedFile> files;
  private final Direction direction;
  private final SquareSize size;

  private PairedFiles(ImmutableList<CheckedFile> files, Direction direction, SquareSize size) {
    this.files = files;
    this.direction = direction;
    this.size = size;
  }

  /**
   * Reads the bytes of all files, and checks that each is a complete image of even width.
   *
   * @param size of each half
   * @throws InvalidInputException if one is not
   */
  static PairedFiles open(ImmutableList<Path> files, Direction direction, SquareSize size) {
    ImmutableList<CheckedFile> checked = CheckedFile.checkAll(files);
    checked.forEach(PairedFiles::requireHalves);
    return new PairedFiles(checked, direction, size);
  }

  private static void requireHalves(CheckedFile file) {
    int width = file.shape().width();
    if (width % 2 != 0) {
      throw new InvalidInputException(
          "%s: the width of %d pixels is odd; a pair is two halves of equal width, side by side"
              .formatted(file.path(), width));
    }
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public String name(int index) {
    return files.get(index).name();
  }

  @Override
  public PairShape shape(int index) {
    ImageShape stored = files.get(index).shape();
    return size.ofBoth(stored.resized(stored.height(), stored.width() / 2));
  }

  @Override
  public ImagePair read(int index) {
    var halves = Halves.of(files.get(index).read());
    return direction.pair(size.of(halves.left()), size.of(halves.right()));
  }

  @Override
  public String checksum() {
    return CheckedFile.checksum(files);
  }
}
