package io.pix2pix.data.mixed;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pairs of several sets, those of each in a row. */
final class MixedPairs implements Pairs {
  private static final Logger LOG = LoggerFactory.getLogger(MixedPairs.class);
  private static final long MOST = 100_000_000;

  private final ImmutableList<RepeatedPairs> sets;
  private final ImmutableList<String> prefixes;
  private final Map<Place, ImmutableList<DataFinding>> checked = new ConcurrentHashMap<>();

  /**
   * Where a pair is.
   *
   * @param set its number
   * @param index in the set
   */
  private record Place(int set, int index) {}

  private MixedPairs(ImmutableList<RepeatedPairs> sets, ImmutableList<String> prefixes) {
    this.sets = sets;
    this.prefixes = prefixes;
  }

  /**
   * Opens a split of some sets.
   *
   * @param weighted whether pairs come up as often as weights say, or once
   * @throws InvalidInputException if one cannot be opened, or they do not go together
   */
  static MixedPairs of(
      ImmutableList<MixedSet> sets,
      Optional<FileTree> files,
      String split,
      boolean weighted,
      long seed) {
    var pairs = sets.stream().map(set -> opened(set, files, split)).collect(toImmutableList());
    requireOneKind(sets, pairs);
    var repeated = RepeatedPairs.of(pairs, sets, weighted, seed);
    long total = repeated.stream().mapToLong(RepeatedPairs::count).sum();
    if (total > MOST) {
      throw new InvalidInputException(
          "data.sets: sizes and weights make an epoch of %d pairs; give weights that differ less"
              .formatted(total));
    }
    var mixed = new MixedPairs(repeated, prefixes(sets));
    LOG.warn("data.sets: {} has {}", split, mixed.words(sets));
    return mixed;
  }

  private static Pairs opened(MixedSet set, Optional<FileTree> files, String split) {
    var own = set.files(files);
    own.ifPresent(FileTree::check);
    return set.data().open(own, split);
  }

  /** What is done after augmentation is done to all sets; those with a palette need one palette. */
  private static void requireOneKind(ImmutableList<MixedSet> sets, ImmutableList<Pairs> pairs) {
    var image = Image.owning(new ImageShape(4, 4, 3), new float[48]);
    var probe = new ImagePair(image, image);
    boolean areEqual = sets.stream().map(MixedSet::data).distinct().count() == 1;
    if (!areEqual && pairs.stream().anyMatch(one -> !one.afterAugmentation(probe).equals(probe))) {
      throw new InvalidInputException(
          "data.sets: a set such as inpainting changes pairs after augmentation; mix it with sets"
              + " of the same data only");
    }
    if (pairs.stream().flatMap(one -> one.indices().stream()).distinct().count() > 1) {
      throw new InvalidInputException(
          "data.sets: conditions are maps of indices with different palettes; give all sets one"
              + " palette");
    }
  }

  private static ImmutableList<String> prefixes(ImmutableList<MixedSet> sets) {
    boolean differ = sets.stream().map(MixedSet::folder).distinct().count() == sets.size();
    var prefixes = ImmutableList.<String>builder();
    for (int i = 0; i < sets.size(); i++) {
      var folder = sets.get(i).folder().replace('/', '-');
      prefixes.add(differ ? (folder.isEmpty() ? "" : folder + "-") : (i + 1) + "-");
    }
    return prefixes.build();
  }

  private String words(ImmutableList<MixedSet> named) {
    var words = ImmutableList.<String>builder();
    for (int i = 0; i < named.size(); i++) {
      var folder = named.get(i).folder();
      words.add(
          "%d of %d pairs%s"
              .formatted(
                  sets.get(i).count(),
                  sets.get(i).pairs().size(),
                  folder.isEmpty() ? "" : " of " + folder));
    }
    return String.join(", ", words.build());
  }

  private Place place(int index) {
    int left = index;
    int set = 0;
    while (left >= sets.get(set).count()) {
      left -= sets.get(set).count();
      set++;
    }
    return new Place(set, sets.get(set).index(left));
  }

  private Pairs pairs(Place place) {
    return sets.get(place.set()).pairs();
  }

  @Override
  public int size() {
    return sets.stream().mapToInt(RepeatedPairs::count).sum();
  }

  @Override
  public String name(int index) {
    var place = place(index);
    return prefixes.get(place.set()) + pairs(place).name(place.index());
  }

  @Override
  public PairShape shape(int index) {
    var place = place(index);
    var shape = pairs(place).shape(place.index());
    var first = sets.get(0).pairs().shape(0);
    if (shape.condition().channels() != first.condition().channels()
        || shape.target().channels() != first.target().channels()) {
      throw new InvalidInputException(
          "%s: gives %s and %s, but pairs of the first set have other channels; mix sets of the same channels"
              .formatted(name(index), shape.condition(), shape.target()));
    }
    return shape;
  }

  @Override
  public ImagePair read(int index) {
    var place = place(index);
    return pairs(place).read(place.index());
  }

  /** What comes up again is decoded once. */
  @Override
  public ImmutableList<DataFinding> check(int index) {
    return checked.computeIfAbsent(place(index), place -> pairs(place).check(place.index()));
  }

  @Override
  public ImmutableList<PairFile> files(int index) {
    var place = place(index);
    return pairs(place).files(place.index());
  }

  @Override
  public Pairs sound() {
    return new MixedPairs(
        sets.stream().map(RepeatedPairs::sound).collect(toImmutableList()), prefixes);
  }

  @Override
  public Pairs once() {
    return new MixedPairs(
        sets.stream().map(RepeatedPairs::once).collect(toImmutableList()), prefixes);
  }

  @Override
  public ImagePair afterAugmentation(ImagePair changed) {
    return sets.get(0).pairs().afterAugmentation(changed);
  }

  @Override
  public Optional<Palette> indices() {
    return sets.get(0).pairs().indices();
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    var all = Hashing.sha256().newHasher();
    sets.forEach(set -> all.putString(set.pairs().checksum(coverage).value(), UTF_8));
    return DataChecksum.of(coverage, all.hash().toString());
  }

  @Override
  public Optional<String> fingerprint() {
    var known =
        sets.stream().flatMap(set -> set.pairs().fingerprint().stream()).collect(toImmutableList());
    return known.size() == sets.size() ? Optional.of(String.join("|", known)) : Optional.empty();
  }
}
