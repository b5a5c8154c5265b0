package io.pix2pix.data.folders;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.FileChecksums;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.LabelSides;
import io.pix2pix.data.mask.TargetFiles;
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;
import java.util.stream.Stream;

/** The pairs of two folders. */
final class FolderPairs implements Pairs {
  private final FolderReader conditions;
  private final FolderReader targets;
  private final ReadSize size;
  private final PairLabels labels;
  private final FileChecksums checksums;

  private FolderPairs(
      FolderReader conditions, FolderReader targets, ReadSize size, PairLabels labels) {
    this.conditions = conditions;
    this.targets = targets;
    this.size = size;
    this.labels = labels;
    checksums =
        new FileChecksums(
            conditions.settings() + targets.settings(),
            ImmutableList.of(conditions.images(), targets.images()));
  }

  /**
   * Reads partners.
   *
   * @param conditions files of the conditions
   * @param targets of the same number: partners have the same index
   * @param palette of label maps that are stored as indices
   * @param dataset says how they are read
   * @param where the palette is, for messages
   * @throws InvalidInputException if the palette goes with neither side
   */
  static FolderPairs open(
      StoredImages conditions,
      StoredImages targets,
      Optional<Palette> palette,
      String where,
      TwoFolders dataset) {
    var first = new FolderSide(conditions, dataset.pixels().condition(), dataset.range());
    var second = new FolderSide(targets, dataset.pixels().target(), dataset.range());
    var size = dataset.readSize();
    if (palette.isEmpty()) {
      return new FolderPairs(first.plain(), second.plain(), size, PairLabels.NONE);
    }
    var ofConditions = PaletteFit.of(first.colored(), palette.get());
    var ofTargets = PaletteFit.of(second.colored(), palette.get());
    PaletteFit.require(ofConditions, ofTargets, where);
    var labels = LabelSides.of(dataset.pixels(), PaletteFit.labels(ofConditions, ofTargets));
    return new FolderPairs(first.reader(ofConditions), second.reader(ofTargets), size, labels);
  }

  @Override
  public FolderPairs sound() {
    return new FolderPairs(conditions.sound(), targets.sound(), size, labels);
  }

  /** Which images are label maps. */
  PairLabels labels() {
    return labels;
  }

  @Override
  public int size() {
    return targets.images().size();
  }

  /** The name of the target's file: what is generated takes its place. */
  @Override
  public String name(int index) {
    return targets.images().flatName(index);
  }

  @Override
  public PairShape shape(int index) {
    var stored = stored(index);
    return new PairShape(size.of(stored.condition()), size.of(stored.target()));
  }

  /** The files of the targets, for masks. */
  TargetFiles targetFiles() {
    return TargetFiles.whole(targets.images());
  }

  /** Both have one height and width as stored. */
  private PairShape stored(int index) {
    var shape = conditions.shape(index);
    var found = targets.shape(index);
    if (found.height() != shape.height() || found.width() != shape.width()) {
      throw new InvalidInputException(
          "%s: %s pixels, but its partner %s has %s; partners must have the same size"
              .formatted(
                  targets.images().where(index),
                  found.widthByHeight(),
                  conditions.images().where(index),
                  shape.widthByHeight()));
    }
    return new PairShape(shape, found);
  }

  @Override
  public ImagePair read(int index) {
    var condition = conditions.read(index, size);
    var target = targets.read(index, size);
    stored(index);
    return new ImagePair(condition, target).with(labels);
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    var found =
        ImmutableList.<DataFinding>builder()
            .addAll(conditions.check(index))
            .addAll(targets.check(index))
            .build();
    if (found.stream().anyMatch(DataFinding::bad)) {
      return found;
    }
    try {
      stored(index);
      return found;
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(targets.images().where(index), e));
    }
  }

  @Override
  public ImmutableList<PairFile> files(int index) {
    var own = Stream.of(conditions.images(), targets.images());
    var beside = Stream.of(conditions.images(), targets.images()).map(StoredImages::beside);
    return Stream.concat(own, beside.flatMap(ImmutableList::stream))
        .map(images -> images.file(index))
        .collect(toImmutableList());
  }

  @Override
  public Optional<Palette> indices() {
    return conditions.palette();
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    return checksums.of(coverage);
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.of(checksums.fingerprint());
  }
}
