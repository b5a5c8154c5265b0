package io.pix2pix.api.data;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.progress.ProgressListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All splits of a data set, each opened at most once, for training, validation, samples and
 * evaluation alike. Thread-safe.
 */
public final class OpenedDataset {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedDataset.class);

  /** Pairs of a split whose heads are read when it is opened; of more, as many evenly spread. */
  static final int HEADS = 1024;

  private final Dataset dataset;
  private final DataSource source;
  private final Map<String, Pairs> splits = new ConcurrentHashMap<>();
  private final Set<String> checked = ConcurrentHashMap.newKeySet();
  private final Map<String, ImmutableList<String>> skipped = new ConcurrentHashMap<>();
  private final Map<Summary, DataChecksum> checksums = new ConcurrentHashMap<>();
  private final Map<ImmutableList<Augmentation>, PairShape> shapes = new ConcurrentHashMap<>();

  /** Other splits ask for it, too: it is listed, and what it passes over told, once. */
  private final Supplier<Pairs> training = Suppliers.memoize(this::listedTraining);

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
   * #HEADS} pairs; where the source is to be checked, or the data set leaves out files that cannot
   * be used, it decodes all files.
   *
   * @param split {@code train}, {@code val}, {@code test}, or a name that the data set knows
   * @throws InvalidInputException if the data, the split or a file in it cannot be used; the
   *     message names it
   */
  public Pairs split(String split) {
    return splits.computeIfAbsent(split, this::opened);
  }

  /**
   * The pairs of a split, all of which were decoded once, so that work on them does not end in its
   * middle. They are not decoded again if no file changed since that was done.
   *
   * @param cache a folder that keeps what was found; it may be missing
   * @param work is told how far it is
   * @throws InvalidInputException if files cannot be used, and are not to be left out; the message
   *     names all of them
   */
  public synchronized Pairs checkedSplit(String split, Path cache, ProgressListener work) {
    if (!checked.contains(split)) {
      splits.put(split, decoded(split, Optional.of(cache), work));
    }
    return split(split);
  }

  private Pairs opened(String split) {
    if (source.checks().isPresent() || dataset.skipsBadImages()) {
      var pairs = decoded(split, source.checks(), ProgressListener.NONE);
      if (source.checks().isPresent()) {
        checksums.put(new Summary(split, Coverage.FULL), computed(split, pairs, Coverage.FULL));
      }
      return pairs;
    }
    return withHeads(listed(split));
  }

  private Pairs withHeads(Pairs pairs) {
    heads(pairs)
        .parallel()
        .filter(index -> !hasHead(pairs, index))
        .findFirst()
        .ifPresent(pairs::shape);
    return pairs;
  }

  private Pairs listed(String split) {
    source.files().ifPresent(FileTree::check);
    return split.equals("train") ? training.get() : asTrained().open(source.files(), split);
  }

  private Pairs listedTraining() {
    return dataset.open(source.files(), "train");
  }

  /** Other splits are read with the channels of the training pairs, whatever they hold. */
  private Dataset asTrained() {
    return dataset.has(source.files(), "train")
        ? dataset.withChannelsOf(this::shapeOfTraining)
        : dataset;
  }

  private PairShape shapeOfTraining() {
    var opened = splits.get("train");
    var pairs = opened == null ? training.get() : opened;
    int sound = heads(pairs).filter(index -> hasHead(pairs, index)).findFirst().orElse(0);
    return pairs.shape(sound);
  }

  private Pairs decoded(String split, Optional<Path> cache, ProgressListener work) {
    var pairs = listed(split);
    var fingerprint = pairs.fingerprint();
    if (fingerprint.isEmpty()) {
      return withHeads(pairs);
    }
    var state = state(split, fingerprint.get()) + (dataset.skipsBadImages() ? heap() : "");
    var check =
        cache
            .map(KeptChecks::new)
            .map(kept -> kept.check(where(split), state, () -> found(split, pairs, work)))
            .orElseGet(() -> found(split, pairs, work));
    check.notes().forEach(note -> LOG.warn("{}", note));
    checked.add(split);
    return check.isSound() ? pairs.sound() : selected(split, pairs.sound(), check);
  }

  /** What is refused is not kept: somebody may give Java more memory, or access to a file. */
  private DataCheck found(String split, Pairs pairs, ProgressListener work) {
    var check = DataCheck.of(where(split), pairs, work);
    if (check.isSound() || (dataset.skipsBadImages() && !check.sound().isEmpty())) {
      return check;
    }
    throw check.refusal(dataset.skipsBadImages());
  }

  /** What is left out for want of memory is not left out where there is more. */
  private static String heap() {
    return "|" + (Runtime.getRuntime().maxMemory() >> 30);
  }

  private Pairs selected(String split, Pairs pairs, DataCheck check) {
    var sound = check.sound();
    LOG.warn(
        "{}: leaves out {} of {} pairs, whose files cannot be used: {}",
        where(split),
        pairs.size() - sound.length(),
        pairs.size(),
        String.join(", ", check.problems()));
    skipped.put(split, check.problems());
    return new SelectedPairs(pairs, sound);
  }

  /** The files of a split that was opened whose pairs are left out, each with what is wrong. */
  public ImmutableList<String> skipped(String split) {
    return skipped.getOrDefault(split, ImmutableList.of());
  }

  private String where(String split) {
    return source.files().map(files -> files.where(split)).orElse(split);
  }

  private String state(String split, String fingerprint) {
    return where(split) + "|" + dataset + "|" + fingerprint;
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
    return new KeptChecks(source.checks().get())
        .checksum(state(split, fingerprint.get()), () -> pairs.checksum(coverage));
  }

  /**
   * The shape that every training pair has after augmentation. Pairs beyond those whose heads were
   * read are checked when they are read. The first pair is changed on trial.
   *
   * @throws InvalidInputException if two differ, or an augmentation cannot take one of them; the
   *     message names the file, and what would be right
   */
  public PairShape trainingShape(ImmutableList<Augmentation> augmentation) {
    var pairs = split("train");
    return shapes.computeIfAbsent(augmentation, its -> tried(pairs, its));
  }

  private PairShape tried(Pairs pairs, ImmutableList<Augmentation> augmentation) {
    var shape = TrainingShape.of(pairs, augmentation, heads(pairs));
    TrainingShape.tryOut(pairs, augmentation);
    return shape;
  }

  /**
   * The classes of label maps and their colors, where one side of the pairs is such maps.
   *
   * @throws InvalidInputException if a file should name them, but does not
   */
  public Optional<Palette> palette() {
    return dataset.palette(source.files());
  }

  /**
   * How pairs are shown.
   *
   * @throws InvalidInputException if that takes classes, and nothing names them
   */
  public ImageCodec codec() {
    return dataset.codec(classes());
  }

  /** The classes that pairs are shown with. */
  public Optional<Palette> classes() {
    return dataset.showsClasses() ? palette() : Optional.empty();
  }

  /** What a checksum is of. */
  private record Summary(String split, Coverage coverage) {}
}
