package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * All splits of a data set, each opened at most once, for training, validation, samples and
 * evaluation alike. Thread-safe.
 */
public final class OpenedDataset {
  /** Pairs of a split whose heads are read when it is opened; of more, as many evenly spread. */
  static final int HEADS = 1024;

  private final Dataset dataset;
  private final DataSource source;
  private final Map<String, Pairs> splits = new ConcurrentHashMap<>();
  private final Map<Summary, DataChecksum> checksums = new ConcurrentHashMap<>();
  private final Map<ImmutableList<Augmentation>, PairShape> shapes = new ConcurrentHashMap<>();

  OpenedDataset(Dataset dataset, DataSource source) {
    this.dataset = dataset;
    this.source = source;
  }

  /** What was opened. */
  public Dataset dataset() {
    return dataset;
  }

  /** Where it was opened. */
  public DataSource source() {
    return source;
  }

  /** Whether there is such a split. */
  public boolean has(String split) {
    return splits.containsKey(split) || dataset.has(source.files(), split);
  }

  /**
   * The pairs of a split. The first call lists its files and reads the heads of up to {@value
   * #HEADS} pairs; where the source is to be checked, it reads all files.
   *
   * @param split {@code train}, {@code val}, {@code test}, or a name that the data set knows
   * @throws InvalidInputException if the data, the split or a file in it cannot be used; the
   *     message names it
   */
  public Pairs split(String split) {
    return splits.computeIfAbsent(split, this::opened);
  }

  private Pairs opened(String split) {
    source.files().ifPresent(FileTree::check);
    var pairs = dataset.open(source.files(), split);
    heads(pairs)
        .parallel()
        .filter(index -> !hasHead(pairs, index))
        .findFirst()
        .ifPresent(pairs::shape);
    if (source.checks().isPresent()) {
      checksums.put(new Summary(split, Coverage.FULL), computed(split, pairs, Coverage.FULL));
    }
    return pairs;
  }

  /** The pairs whose heads are looked at. */
  private IntStream heads(Pairs pairs) {
    return EvenSample.of(pairs.size(), source.checks().isPresent() ? pairs.size() : HEADS);
  }

  private static boolean hasHead(Pairs pairs, int index) {
    try {
      return pairs.shape(index).condition().height() > 0;
    } catch (InvalidInputException e) {
      return false; // Of several that fail at once, the first is told, by asking it again.
    }
  }

  /**
   * What tells the pairs of a split from others: of names, sizes and a sample of the contents, or
   * of all contents where the source is to be checked.
   *
   * @throws InvalidInputException if a file that is read is damaged
   */
  public DataChecksum checksum(String split) {
    return checksum(split, source.checks().isPresent() ? Coverage.FULL : Coverage.SAMPLE);
  }

  /**
   * Whether a split is what a checksum was taken of, as far as that one tells.
   *
   * @throws InvalidInputException if nobody here knows how that checksum was taken
   */
  public boolean matches(String split, DataChecksum known) {
    return checksum(split, Coverage.of(known)).equals(known);
  }

  private DataChecksum checksum(String split, Coverage coverage) {
    var pairs = split(split);
    return checksums.computeIfAbsent(
        new Summary(split, coverage), summary -> computed(split, pairs, coverage));
  }

  private DataChecksum computed(String split, Pairs pairs, Coverage coverage) {
    var fingerprint = pairs.fingerprint();
    if (coverage == Coverage.SAMPLE || fingerprint.isEmpty() || source.checks().isEmpty()) {
      return pairs.checksum(coverage);
    }
    var where = source.files().map(files -> files.where(split)).orElse(split);
    return new KeptChecksums(source.checks().get())
        .get(where + "|" + dataset + "|" + fingerprint.get(), () -> pairs.checksum(coverage));
  }

  /**
   * The shape that every training pair has after augmentation. Pairs beyond those whose heads were
   * read are checked when they are read.
   *
   * @throws InvalidInputException if two differ, or an augmentation cannot take one of them; the
   *     message names the file, and what would be right
   */
  public PairShape trainingShape(ImmutableList<Augmentation> augmentation) {
    var pairs = split("train");
    return shapes.computeIfAbsent(augmentation, its -> TrainingShape.of(pairs, its, heads(pairs)));
  }

  /**
   * The classes of label maps and their colors, where one side of the pairs is such maps.
   *
   * @throws InvalidInputException if a file should name them, but does not
   */
  public Optional<Palette> palette() {
    return dataset.palette(source.files());
  }

  /** What a checksum is of. */
  private record Summary(String split, Coverage coverage) {}
}
