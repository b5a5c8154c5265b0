package io.pix2pix.data.folders;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.resize.SquareSize;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** The pairs of two folders. */
final class FolderPairs implements Pairs {
  private final ImmutableList<Entry> entries;
  private final FolderReader conditions;
  private final FolderReader targets;
  private final SquareSize size;

  private FolderPairs(
      ImmutableList<Entry> entries,
      FolderReader conditions,
      FolderReader targets,
      SquareSize size) {
    this.entries = entries;
    this.conditions = conditions;
    this.targets = targets;
    this.size = size;
  }

  /**
   * Reads the bytes of all files, and checks that each is a complete image of its partner's size.
   *
   * @param palette of label maps that are stored as indices
   * @param size of each picture
   * @throws InvalidInputException if one is not, or has no partner
   */
  static FolderPairs open(
      ImagesByName conditions, ImagesByName targets, Optional<Palette> palette, SquareSize size) {
    targets.requireAllOf(conditions);
    conditions.requireAllOf(targets);
    // Both have the same names now, and so the same order.
    var ones = conditions.files().values().asList();
    var others = targets.files().values().asList();
    var entries =
        IntStream.range(0, ones.size())
            .parallel()
            .mapToObj(index -> Entry.check(ones.get(index), others.get(index)))
            .collect(toImmutableList());
    return new FolderPairs(
        entries, FolderReader.of(ones, palette), FolderReader.of(others, palette), size);
  }

  @Override
  public int size() {
    return entries.size();
  }

  /** The name of the target's file: what is generated takes its place. */
  @Override
  public String name(int index) {
    return entries.get(index).target().getFileName().toString();
  }

  @Override
  public PairShape shape(int index) {
    return size.ofBoth(entries.get(index).shape());
  }

  @Override
  public ImagePair read(int index) {
    var entry = entries.get(index);
    return new ImagePair(
        conditions.read(entry.condition(), entry.shape(), size),
        targets.read(entry.target(), entry.shape(), size));
  }

  @Override
  public Optional<Palette> indices() {
    return conditions.palette();
  }

  @Override
  public String checksum() {
    var all = Hashing.sha256().newHasher();
    all.putString(settings(conditions), UTF_8).putString(settings(targets), UTF_8);
    for (var entry : entries) {
      var name = entry.target().getFileName().toString();
      all.putInt(name.length()).putString(name, UTF_8);
      all.putBytes(entry.checksum().asBytes());
    }
    return all.hash().toString();
  }

  /** Runs compare checksums with those of runs made before: the text stays as it was then. */
  private static String settings(FolderReader reader) {
    return "Side[palette=" + reader.palette() + "]";
  }

  /**
   * A pair that was checked.
   *
   * @param shape of both, as stored
   * @param checksum of the bytes of both
   */
  private record Entry(Path condition, Path target, ImageShape shape, HashCode checksum) {
    static Entry check(Path condition, Path target) {
      byte[] one = ImageFiles.bytes(condition);
      byte[] other = ImageFiles.bytes(target);
      var shape = ImageFiles.completeShape(condition, one);
      var found = ImageFiles.completeShape(target, other);
      if (!found.equals(shape)) {
        throw new InvalidInputException(
            "%s: %s pixels, but its partner %s has %s; partners must have the same size"
                .formatted(target, found.widthByHeight(), condition, shape.widthByHeight()));
      }
      var checksum =
          Hashing.sha256()
              .newHasher()
              .putBytes(Hashing.sha256().hashBytes(one).asBytes())
              .putBytes(Hashing.sha256().hashBytes(other).asBytes())
              .hash();
      return new Entry(condition, target, shape, checksum);
    }
  }
}
