package io.pix2pix.data.check;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at all files of a data set before somebody trains on it.
 *
 * @param dataset says how files become pairs
 * @param layout the same in words
 * @param augmentation what changes training pairs; empty where nobody has said it yet
 */
public record DataInspection(
    Dataset dataset, String layout, Optional<ImmutableList<Augmentation>> augmentation) {
  private static final ImmutableList<String> USUAL = ImmutableList.of("train", "val", "test");

  /** A layout that is guessed from what is there. */
  public static DataInspection guessed(FileTree files) {
    return GuessedLayout.of(files).inspection();
  }

  /**
   * Decodes and measures all pairs.
   *
   * @param work is told how far it is
   * @return also what is wrong with the data
   * @throws InvalidInputException if there is no data at all
   */
  public DataReport report(FileTree files, ProgressListener work) {
    files.check();
    var problems = ImmutableList.<String>builder();
    var looked = new LinkedHashMap<String, SplitInspection>();
    open(files, problems)
        .forEach(
            (split, pairs) ->
                looked.put(split, SplitInspection.of(dataset, files, split, pairs, work)));
    var marks =
        looked.values().stream()
            .flatMap(inspection -> inspection.marks().stream())
            .collect(toImmutableList());
    var splits = looked.values().stream().map(SplitInspection::report).collect(toImmutableList());
    var duplicates = Duplicates.of(marks);
    var advice = new DataAdvice(splits, duplicates, augmentation.isPresent());
    return new DataReport(
        files.where(""),
        layout,
        splits,
        duplicates,
        ImmutableSet.copyOf(problems.addAll(damage(splits)).addAll(shapes(files, looked)).build())
            .asList(),
        advice.warnings(),
        advice.notes());
  }

  /** All splits that can be opened; the others are problems. */
  private Map<String, Pairs> open(FileTree files, ImmutableList.Builder<String> problems) {
    var splits = new LinkedHashMap<String, Pairs>();
    for (var name : names(files)) {
      try {
        if (dataset.has(Optional.of(files), name)) {
          splits.put(name, dataset.open(Optional.of(files), name).once());
        }
      } catch (InvalidInputException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!splits.containsKey("train") && problems.build().isEmpty()) {
      problems.add(MissingSplit.words(files, splits.keySet()));
    }
    return splits;
  }

  /** Folders of other names are splits only beside those that are known. */
  private ImmutableList<String> names(FileTree files) {
    var folders =
        files.list("").stream()
            .flatMap(listing -> listing.folders().stream())
            .filter(name -> USUAL.contains(name) || files.lookInto(name).isPresent())
            .toList();
    return USUAL.stream().noneMatch(folders::contains)
        ? USUAL
        : Stream.concat(USUAL.stream(), folders.stream()).distinct().collect(toImmutableList());
  }

  private ImmutableList<String> damage(ImmutableList<SplitReport> splits) {
    return dataset.skipsBadImages()
        ? ImmutableList.of()
        : splits.stream().flatMap(split -> split.unusable().stream()).collect(toImmutableList());
  }

  private ImmutableList<String> shapes(FileTree files, Map<String, SplitInspection> looked) {
    var train = looked.get("train");
    if (augmentation.isEmpty() || train == null) {
      return ImmutableList.of();
    }
    return TrainingSizes.problems(files.where("train"), train, augmentation.get());
  }
}
