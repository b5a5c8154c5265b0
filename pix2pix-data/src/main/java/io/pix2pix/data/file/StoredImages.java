package io.pix2pix.data.file;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Image files below one folder. They are listed; the head of one is read when somebody asks for its
 * shape, and the shape kept. Thread-safe.
 */
public final class StoredImages {
  /** Files whose end leaves doubt, and that are decoded for that before they are needed. */
  private static final int DOUBTS = 64;

  private final FileTree files;
  private final String folder;
  private final ImmutableList<FileTree.Entry> entries;
  private final Optional<SampleRange> range;
  private final AtomicReferenceArray<ImageShape> shapes;
  private final AtomicInteger doubts = new AtomicInteger();
  private final Supplier<Names> names = Suppliers.memoize(this::namesThatDiffer);

  /**
   * @param folder empty for the whole tree
   * @param entries of the folder, at least one; names may be paths below it
   */
  public StoredImages(FileTree files, String folder, ImmutableList<FileTree.Entry> entries) {
    this(files, folder, entries, Optional.empty());
  }

  private StoredImages(
      FileTree files,
      String folder,
      ImmutableList<FileTree.Entry> entries,
      Optional<SampleRange> range) {
    this.files = files;
    this.folder = folder;
    this.entries = entries;
    this.range = range;
    shapes = new AtomicReferenceArray<>(entries.size());
  }

  /** The same files, with black and white of samples that are more than bytes. */
  public StoredImages withRange(Optional<SampleRange> newRange) {
    return new StoredImages(files, folder, entries, newRange);
  }

  /** The number of files. */
  public int size() {
    return entries.size();
  }

  /** The name of a file, below the folder. */
  public String name(int index) {
    return entries.get(index).name();
  }

  /**
   * The name of a file without folders; where files of several folders have one name, its whole
   * path with dashes, with its number before it if that is not enough.
   */
  public String flatName(int index) {
    return switch (names.get()) {
      case FILE -> file(name(index));
      case PATH -> name(index).replace('/', '-');
      case NUMBERED -> index + "-" + name(index).replace('/', '-');
    };
  }

  private Names namesThatDiffer() {
    var files = new HashSet<String>();
    if (entries.stream().allMatch(entry -> files.add(file(entry.name())))) {
      return Names.FILE;
    }
    var paths = new HashSet<String>();
    return entries.stream().allMatch(entry -> paths.add(entry.name().replace('/', '-')))
        ? Names.PATH
        : Names.NUMBERED;
  }

  /** What tells files from each other. */
  private enum Names {
    FILE,
    PATH,
    NUMBERED
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What messages call a file. */
  public String where(int index) {
    return files.where(path(index));
  }

  /** What messages call the folder. */
  public String where() {
    return files.where(folder);
  }

  private String path(int index) {
    return folder.isEmpty() ? name(index) : folder + "/" + name(index);
  }

  private ByteSource contents(int index) {
    return files.open(path(index));
  }

  FileTree.Entry entry(int index) {
    return entries.get(index);
  }

  /**
   * The shape of an image, from the head of its file. The last bytes tell whether a JPEG or PNG
   * file is complete.
   *
   * @return height, width, and 3 channels
   * @throws InvalidInputException if it is no image, or cut short
   */
  public ImageShape shape(int index) {
    var known = shapes.get(index);
    if (known != null) {
      return known;
    }
    var picture = new PictureFile(where(index), contents(index), range);
    var shape = picture.shape();
    if (picture.lacksItsEnd(entry(index).size()) && doubts.getAndIncrement() < DOUBTS) {
      picture.decode();
    }
    shapes.set(index, shape);
    return shape;
  }

  /**
   * An image.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws InvalidInputException if it cannot be read, or changed since it was listed
   */
  public Image read(int index) {
    return kept(index, picture(index).decode().image());
  }

  /**
   * A label map with the indices of classes as gray values, or with its colors.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}; empty if it cannot hold indices
   * @throws InvalidInputException if it cannot be read, or changed since it was listed
   */
  public Optional<Image> readLabels(int index, Palette palette) {
    return picture(index).decodeIndices(palette).map(image -> kept(index, image));
  }

  /** What is found in a file when it is decoded. */
  public ImmutableList<DataFinding> check(int index) {
    var where = where(index);
    try {
      var decoded = picture(index).decode();
      kept(index, decoded.image());
      return decoded.notes().stream()
          .map(note -> DataFinding.note(where, note))
          .collect(ImmutableList.toImmutableList());
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(where, e));
    }
  }

  private PictureFile picture(int index) {
    return new PictureFile(where(index), ByteSource.wrap(bytes(index)), range);
  }

  private Image kept(int index, Image image) {
    var known = shapes.getAndSet(index, image.shape());
    if (known != null && !known.equals(image.shape())) {
      throw changed(where(index));
    }
    return image;
  }

  /** The checksum of the bytes of a file, which are checked to be a complete image. */
  HashCode checksum(int index) {
    var bytes = bytes(index);
    shapes.set(
        index,
        ImageFiles.completeShape(
            new PictureFile(where(index), ByteSource.wrap(bytes), range), bytes));
    return Hashing.sha256().hashBytes(bytes);
  }

  private byte[] bytes(int index) {
    var bytes = ImageFiles.bytes(where(index), contents(index));
    if (bytes.length != entry(index).size()) {
      throw changed(where(index));
    }
    return bytes;
  }

  private static InvalidInputException changed(String where) {
    return new InvalidInputException(
        where + ": changed while it was in use; leave the data alone until the work is done");
  }
}
