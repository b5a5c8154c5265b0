package io.pix2pix.data.check;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.Pixels;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many pixels and pictures have each class, of one side of a split. */
final class ClassCounts {
  /** More different values than these are shades, not classes. */
  private static final int MOST_CLASSES = 64;

  private final Optional<Palette> palette;
  private final Map<Integer, long[]> counts = new TreeMap<>();
  private boolean hasShades;

  /**
   * @param palette of label maps, where this side is such maps
   */
  ClassCounts(Optional<Palette> palette) {
    this.palette = palette;
  }

  /** What there is of each class in an image; empty where there is no palette. */
  ImmutableMap<Integer, Long> of(Image image) {
    return palette.map(known -> count(image, known)).orElse(ImmutableMap.of());
  }

  private static ImmutableMap<Integer, Long> count(Image image, Palette palette) {
    var counts = new TreeMap<Integer, Long>();
    var classes = palette.nearest(image);
    int color = -1;
    boolean isVoid = false;
    for (int i = 0; i < classes.length; i++) {
      int rgb = Pixels.rgb(image, i / image.width(), i % image.width());
      isVoid = rgb == color ? isVoid : palette.isVoid(rgb);
      color = rgb;
      counts.merge(isVoid ? Palette.VOID : classes[i], 1L, Long::sum);
    }
    return ImmutableMap.copyOf(counts);
  }

  /**
   * Adds a picture.
   *
   * @param pixels of each class in it
   */
  void add(Map<Integer, Long> pixels) {
    hasShades |= palette.isEmpty() && (pixels.isEmpty() || pixels.size() > MOST_CLASSES);
    if (!hasShades) {
      pixels.forEach(
          (index, count) -> {
            var sum = counts.computeIfAbsent(index, its -> new long[2]);
            sum[0] += count;
            sum[1]++;
          });
      hasShades = palette.isEmpty() && counts.size() > MOST_CLASSES;
    }
  }

  /**
   * Of each class, in the order of their indices; those of a palette that there are none of, too.
   */
  ImmutableList<ClassShare> shares() {
    if (hasShades || counts.isEmpty()) {
      return ImmutableList.of();
    }
    palette.ifPresent(
        known -> {
          for (int index = 0; index < known.size(); index++) {
            counts.putIfAbsent(index, new long[2]);
          }
        });
    double all = counts.values().stream().mapToLong(count -> count[0]).sum();
    return counts.entrySet().stream()
        .map(entry -> share(entry.getKey(), entry.getValue(), all))
        .collect(toImmutableList());
  }

  private ClassShare share(int index, long[] count, double all) {
    return new ClassShare(
        index,
        palette.map(known -> name(known, index)).orElse(""),
        palette.filter(known -> known.hasIndex(index)).map(known -> known.color(index)).orElse(0),
        count[0] / all,
        (int) count[1]);
  }

  private static String name(Palette palette, int index) {
    return index < palette.size()
        ? palette.entries().get(index).name()
        : palette.unlabeled().map(Palette.Entry::name).orElse("no class");
  }
}
