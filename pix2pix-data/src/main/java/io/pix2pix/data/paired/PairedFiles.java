package io.pix2pix.data.paired;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.resize.Resampling;
import java.nio.file.Path;

/** The pairs of one folder. */
final class PairedFiles implements Pairs {
  private final ImmutableList<PairedFile> files;
  private final Direction direction;
  private final int size;

  private PairedFiles(ImmutableList<PairedFile> files, Direction direction, int size) {
    this.files = files;
    this.direction = direction;
    this.size = size;
  }

  /**
   * Reads the bytes of all files, and checks that each is a complete image of even width.
   *
   * @param size each half is resized to that height and width; 0 keeps it
   * @throws io.pix2pix.api.InvalidInputException if one is not
   */
  static PairedFiles open(ImmutableList<Path> files, Direction direction, int size) {
    ImmutableList<PairedFile> checked =
        files.parallelStream().map(PairedFile::check).collect(toImmutableList());
    return new PairedFiles(checked, direction, size);
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
    ImageShape stored = files.get(index).half();
    ImageShape half = size == 0 ? stored : stored.resized(size, size);
    return new PairShape(half, half);
  }

  @Override
  public ImagePair read(int index) {
    PairedFile file = files.get(index);
    Image picture = ImageFiles.read(file.path());
    file.requireSameShape(picture.shape());
    var halves = Halves.of(picture);
    return direction.pair(sized(halves.left()), sized(halves.right()));
  }

  private Image sized(Image half) {
    return size == 0 ? half : Resampling.BICUBIC.resize(half, size, size);
  }

  @Override
  public String checksum() {
    Hasher all = Hashing.sha256().newHasher();
    for (PairedFile file : files) {
      all.putInt(file.name().length()).putString(file.name(), UTF_8);
      all.putBytes(file.checksum().asBytes());
    }
    return all.hash().toString();
  }
}
