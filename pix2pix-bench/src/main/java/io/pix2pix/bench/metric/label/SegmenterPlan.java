package io.pix2pix.bench.metric.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;

/**
 * What a segmenter follows from, besides its training data.
 *
 * @param labels the classes that it tells apart
 * @param longest pixels of the longer side that it sees
 * @param steps of its training
 * @param filters of its first level
 */
record SegmenterPlan(Labels labels, int longest, int steps, int filters) {
  /** To be raised whenever the same plan gives another segmenter than before. */
  private static final int EDITION = 1;

  /** A name for the segmenter of this plan on training data of some checksum. */
  String key(String checksum) {
    var all =
        String.join(
            "|",
            Integer.toString(EDITION),
            checksum,
            labels.toString(),
            Integer.toString(longest),
            Integer.toString(steps),
            Integer.toString(filters));
    return "segmenter-" + Hashing.sha256().hashString(all, UTF_8).toString().substring(0, 16);
  }
}
