package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.PictureFacts;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Gathers what the conditions, or the targets, of a split are. Used by one thread at a time. */
final class SideStatistics {
  static final int BINS = 32;

  private final Map<String, Integer> sizes = new TreeMap<>();
  private final Map<String, Integer> formats = new TreeMap<>();
  private final Map<String, Integer> channels = new TreeMap<>();
  private final Map<String, Integer> depths = new TreeMap<>();
  private final long[] brightness = new long[BINS];
  private final ClassCounts classes;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  SideStatistics(Optional<Palette> palette) {
    classes = new ClassCounts(palette);
  }

  /** What one image adds, which can be found out beside other images. */
  Part part(Image image, Optional<PictureFacts> facts, boolean ownsFile) {
    var values = image.toArray();
    var bins = new int[BINS];
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      bins[Math.max(0, Math.min(BINS - 1, (int) ((value + 1) / 2 * BINS)))]++;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    var labels = classes.of(image);
    var stored =
        ownsFile ? facts.map(PictureFacts::values).orElse(ImmutableSortedMap.of()) : labels;
    return new Part(image.shape(), facts, low, high, bins, labels.isEmpty() ? stored : labels);
  }

  void add(Part part) {
    part.facts.ifPresentOrElse(this::add, () -> addAsRead(part));
    for (int bin = 0; bin < BINS; bin++) {
      brightness[bin] += part.bins[bin];
    }
    classes.add(part.labels);
  }

  private void add(PictureFacts facts) {
    count(sizes, facts.width() + "x" + facts.height());
    count(formats, facts.format());
    count(channels, words(facts.channels()));
    count(depths, facts.bits() + "-bit " + facts.kind());
    least = Math.min(least, facts.least());
    greatest = Math.max(greatest, facts.greatest());
  }

  private void addAsRead(Part part) {
    count(sizes, part.shape.widthByHeight());
    count(channels, words(part.shape.channels()));
    least = Math.min(least, part.low);
    greatest = Math.max(greatest, part.high);
  }

  private static String words(int channels) {
    return channels == 1 ? "1 channel" : channels + " channels";
  }

  private static void count(Map<String, Integer> counts, String key) {
    counts.merge(key, 1, Integer::sum);
  }

  SideReport report() {
    double all = IntStream.range(0, BINS).mapToLong(bin -> brightness[bin]).sum();
    return new SideReport(
        frequentFirst(sizes),
        frequentFirst(formats),
        frequentFirst(channels),
        frequentFirst(depths),
        least,
        greatest,
        IntStream.range(0, BINS)
            .mapToObj(bin -> all == 0 ? 0.0 : brightness[bin] / all)
            .collect(ImmutableList.toImmutableList()),
        classes.shares());
  }

  private static ImmutableMap<String, Integer> frequentFirst(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What one image adds. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Part(
      ImageShape shape,
      Optional<PictureFacts> facts,
      float low,
      float high,
      int[] bins,
      Map<Integer, Long> labels) {}
}
