package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.Dataset;

/**
 * What values are of. Only values of equal data stand in one table.
 *
 * @param dataset with its settings, the direction among them
 * @param folder that it was read from; empty where it was drawn
 * @param checksum of the training pairs
 * @param split that was measured
 * @param count of the images in it
 * @param images their names; none where no evaluation kept them
 * @param way what was otherwise than by default, for example {@code noise off}; empty if nothing
 */
record MeasuredData(
    Dataset dataset,
    String folder,
    DataChecksum checksum,
    String split,
    int count,
    ImmutableList<String> images,
    String way) {

  /** Whether values of both can be compared. The same data may lie in another folder. */
  boolean isLike(MeasuredData other) {
    return dataset.equals(other.dataset)
        && hasPairsOf(other)
        && split.equals(other.split)
        && count == other.count
        && images.equals(other.images)
        && way.equals(other.way);
  }

  /** Checksums that were taken in different ways tell nothing; then the folder has to. */
  private boolean hasPairsOf(MeasuredData other) {
    return checksum.isComparableWith(other.checksum)
        ? checksum.equals(other.checksum)
        : folder.equals(other.folder);
  }

  /** For a heading, for example {@code facades, 106 images of split test}. */
  String words() {
    var name = folder.isEmpty() ? "drawn data" : folder.replaceAll(".*[/\\\\]", "");
    return "%s, %d %s of split %s%s"
        .formatted(
            name,
            count,
            count == 1 ? "image" : "images",
            split,
            way.isEmpty() ? "" : ", with " + way);
  }
}
