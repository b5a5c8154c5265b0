package io.pix2pix.data.file;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.pixels.ChannelChoice;
import io.pix2pix.data.pixels.SidePixels;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

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
  private final ReadOptions options;
  private final ImmutableList<StoredImages> beside;
  private final boolean sound;
  private final AtomicReferenceArray<ImageShape> shapes;
  private final AtomicInteger doubts = new AtomicInteger();
  private final Supplier<Names> names = Suppliers.memoize(this::namesThatDiffer);

  /**
   * @param folder empty for the whole tree
   * @param entries of the folder, at least one; names may be paths below it
   */
  public StoredImages(FileTree files, String folder, ImmutableList<FileTree.Entry> entries) {
    this(files, folder, entries, ReadOptions.RGB, ImmutableList.of(), false);
  }

  private StoredImages(
      FileTree files,
      String folder,
      ImmutableList<FileTree.Entry> entries,
      ReadOptions options,
      ImmutableList<StoredImages> beside,
      boolean sound) {
    this.beside = beside;
    this.files = files;
    this.folder = folder;
    this.entries = entries;
    this.options = options;
    this.sound = sound;
    shapes = new AtomicReferenceArray<>(entries.size());
  }

  /**
   * The same files, read as the settings of a side say. Where these leave the channels to the
   * pictures, heads of a sample of them are read.
   *
   * @param range black and white, where the side has none of its own
   */
  public StoredImages readAs(SidePixels side, ImmutableList<Double> range) {
    var channels =
        side.labels().isGiven()
            ? ChannelChoice.RGB
            : new NaturalChannels(this).choice(side.channels());
    var own = with(new ReadOptions(channels, side.range(range)));
    var others =
        beside.isEmpty()
            ? side.more().stream().map(name -> ImagesBeside.of(files, folder, entries, name))
            : beside.stream();
    return own.withBeside(
        others.map(other -> other.readAs(side.alone(), range)).collect(toImmutableList()));
  }

  /** The files whose pictures give further channels, in the same order. */
  public ImmutableList<StoredImages> beside() {
    return beside;
  }

  /** The same files, of which this is read. */
  public StoredImages with(ReadOptions newOptions) {
    var its = newOptions.withAlphaAsMask(options.alphaIsMask());
    return new StoredImages(files, folder, entries, its, ImmutableList.of(), sound);
  }

  /** The same files, with others whose pictures give further channels, in the same order. */
  public StoredImages withBeside(ImmutableList<StoredImages> others) {
    return new StoredImages(files, folder, entries, options, others, sound);
  }

  /** The same files, of which alpha is no loss where it is left out: it makes the masks. */
  public StoredImages withAlphaAsMask() {
    var its = options.withAlphaAsMask(true);
    return new StoredImages(files, folder, entries, its, beside, sound);
  }

  /** The same files, read with their alpha. */
  public StoredImages withAlpha() {
    return with(new ReadOptions(ChannelChoice.RGBA, options.range()));
  }

  /** The same files, in none of which {@link #check} found damage. */
  public StoredImages sound() {
    var others = beside.stream().map(StoredImages::sound).collect(toImmutableList());
    return new StoredImages(files, folder, entries, options, others, true);
  }

  /**
   * The channels that a file has, from its head.
   *
   * @throws InvalidInputException if it is no image
   */
  StoredChannels channels(int index) {
    var picture = new PictureFile(where(index), contents(index), options);
    picture.shape();
    return picture.channels();
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

  /** A file as it is stored. */
  public PairFile file(int index) {
    return new PairFile(where(index), contents(index));
  }

  FileTree.Entry entry(int index) {
    return entries.get(index);
  }

  /**
   * The shape of an image, from the head of its file. The last bytes tell whether a JPEG or PNG
   * file is complete.
   *
   * @return height, width, and the channels that are read
   * @throws InvalidInputException if it is no image, or cut short
   */
  public ImageShape shape(int index) {
    var own = shapeOfOne(index);
    int channels = own.channels();
    for (var other : beside) {
      var its = other.shapeOfOne(index);
      requireSize(its, other.where(index), own, where(index));
      channels += its.channels();
    }
    return own.withChannels(channels);
  }

  static void requireSize(ImageShape its, String where, ImageShape own, String of) {
    if (its.height() != own.height() || its.width() != own.width()) {
      throw new InvalidInputException(
          "%s: has %s pixels, but %s has %s; channels of one picture must have one size"
              .formatted(where, its.widthByHeight(), of, own.widthByHeight()));
    }
  }

  private ImageShape shapeOfOne(int index) {
    var known = shapes.get(index);
    if (known != null) {
      return known;
    }
    var picture = new PictureFile(where(index), contents(index), options);
    var shape = picture.shape();
    if (picture.lacksItsEnd(entry(index)) && doubts.getAndIncrement() < DOUBTS) {
      picture.decode();
    }
    shapes.set(index, shape);
    return shape;
  }

  /**
   * An image.
   *
   * @return {@code [h, w, c]}, in {@code [-1, 1]}
   * @throws InvalidInputException if it cannot be read, or changed since it was listed
   */
  public Image read(int index) {
    var picture = picture(index);
    var own = kept(index, sound ? picture.readSound() : picture.decode().image());
    if (beside.isEmpty()) {
      return own;
    }
    var all = ImmutableList.<Image>builder().add(own);
    for (var other : beside) {
      var its = other.read(index);
      requireSize(its.shape(), other.where(index), own.shape(), where(index));
      all.add(its);
    }
    return PictureChannels.joined(all.build());
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
    var found = ImmutableList.<DataFinding>builder().addAll(checkOne(index));
    beside.forEach(other -> found.addAll(other.checkOne(index)));
    return found.build();
  }

  private ImmutableList<DataFinding> checkOne(int index) {
    var where = where(index);
    try {
      var decoded = picture(index).decode();
      kept(index, decoded.image());
      return decoded.notes().stream()
          .map(note -> DataFinding.note(where, note))
          .collect(toImmutableList());
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(where, e));
    }
  }

  private PictureFile picture(int index) {
    return new PictureFile(where(index), ByteSource.wrap(bytes(index)), options);
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
            new PictureFile(where(index), ByteSource.wrap(bytes), options), bytes));
    return Hashing.sha256().hashBytes(bytes);
  }

  private byte[] bytes(int index) {
    var bytes = ImageFiles.bytes(where(index), contents(index));
    if (entry(index).isOtherThan(bytes.length)) {
      throw changed(where(index));
    }
    return bytes;
  }

  private static InvalidInputException changed(String where) {
    return new InvalidInputException(
        where + ": changed while it was in use; leave the data alone until the work is done");
  }
}
