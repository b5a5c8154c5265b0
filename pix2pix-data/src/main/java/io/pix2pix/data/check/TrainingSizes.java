package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.TrainingShape;
import io.pix2pix.api.error.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether all pairs of a training have one size once they were augmented. */
final class TrainingSizes {
  private static final int NAMED = 4;

  private TrainingSizes() {}

  /**
   * What is wrong with the sizes.
   *
   * @param where the split lies
   */
  static ImmutableList<String> problems(
      String where, SplitInspection split, ImmutableList<Augmentation> augmentation) {
    var sizes = new LinkedHashMap<String, Sample>();
    try {
      for (var mark : split.marks()) {
        var shape = TrainingShape.of(split.pairs(), mark.index(), augmentation).condition();
        sizes.merge(shape.widthByHeight(), new Sample(1, mark.name()), Sample::plus);
      }
    } catch (InvalidInputException e) {
      return ImmutableList.of(where + "/" + e.getMessage());
    }
    return sizes.size() < 2
        ? ImmutableList.of()
        : ImmutableList.of(
            "%s: pairs are of %d sizes after augmentation, %s; images of one size are needed: give data.size, or an augmentation such as jitter"
                .formatted(where, sizes.size(), words(sizes)));
  }

  private static String words(Map<String, Sample> sizes) {
    return sizes.entrySet().stream()
        .limit(NAMED)
        .map(
            size ->
                "%s (%d, such as %s)"
                    .formatted(size.getKey(), size.getValue().count, size.getValue().name))
        .collect(Collectors.joining(", ", "", sizes.size() > NAMED ? ", ..." : ""));
  }

  /** How many pairs there are of a size, and one of them. */
  private record Sample(int count, String name) {
    Sample plus(Sample other) {
      return new Sample(count + other.count, name);
    }
  }
}
