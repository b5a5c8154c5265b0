package io.pix2pix.data.file;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.image.SampleRange;
import java.util.Optional;

/** A data set of image files, with the settings that say how they are read. */
public interface ImageFileDataset extends Dataset {
  /** What the setting {@link #range} means. */
  String RANGE =
      "values that are black and white in pictures of 16 bits, signed or float, such as [0, 4095];"
          + " []: those of the type";

  /** What the setting {@link #onBadImage} means. */
  String ON_BAD_IMAGE =
      "what happens to a pair with a damaged file: fail tells, skip leaves it out";

  /**
   * Values that are black and white in pictures whose numbers are more than bytes; empty for those
   * of their type.
   */
  ImmutableList<Double> range();

  /** What becomes of a pair of which a file cannot be used. */
  BadImage onBadImage();

  @Override
  default boolean skipsBadImages() {
    return onBadImage() == BadImage.SKIP;
  }

  @Override
  default Optional<SampleRange> sampleRange() {
    return SampleRange.of(range());
  }
}
