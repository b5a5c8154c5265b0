package io.pix2pix.data.file;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.label.LabelIndices;
import io.pix2pix.data.label.LabelReading;
import io.pix2pix.data.pixels.ChannelChoice;
import io.pix2pix.data.pixels.LabelForm;
import io.pix2pix.data.pixels.PixelSettings;
import io.pix2pix.data.pixels.SidePixels;
import io.pix2pix.data.resize.Fit;
import io.pix2pix.data.resize.ReadSize;
import io.pix2pix.data.resize.Resampling;
import java.nio.file.Path;
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

  /** How pictures are read. */
  PixelSettings pixels();

  /** Height and width of square pictures when read, in pixels; 0 for none. */
  int size();

  /** The size that pictures get when they are read. */
  default ReadSize readSize() {
    return pixels().resize().size(size());
  }

  @Override
  default boolean readsFurtherFiles() {
    return !pixels().condition().more().isEmpty();
  }

  @Override
  default ImmutableList<Path> furtherFiles(Path condition) {
    throw new InvalidInputException(
        "%s: conditions of this run have further channels, %s, and nothing tells where those of this one are; give a file that holds all channels (.npy)"
            .formatted(condition, String.join(", ", pixels().condition().more())));
  }

  @Override
  default boolean keepsSize() {
    return pixels().resize().fit() == Fit.KEEP;
  }

  @Override
  default boolean skipsBadImages() {
    return onBadImage() == BadImage.SKIP;
  }

  @Override
  default Optional<SampleRange> sampleRange() {
    return pixels().condition().range(range());
  }

  @Override
  default Optional<SampleRange> targetRange() {
    return pixels().target().range(range());
  }

  @Override
  default int pictureChannels(PairShape training) {
    boolean all = pixels().condition().channels() == ChannelChoice.ALL;
    return areLabels() ? 3 : all ? 0 : training.condition().channels();
  }

  @Override
  default PairShape shapeOf(ImageShape picture) {
    return pixels().of(readSize().of(picture));
  }

  /** Maps of classes are resized without mixing them, be they indices or colors. */
  @Override
  default Image resized(Image picture, ImageShape size, Optional<Palette> indices) {
    boolean isMap =
        indices.filter(palette -> areLabels() || LabelIndices.isMap(picture, palette)).isPresent();
    var method = isMap ? Resampling.NEAREST : pixels().resize().method();
    return readSize().at(picture, size, method);
  }

  private boolean areLabels() {
    return pixels().condition().labels().isGiven();
  }

  @Override
  default Image restored(Image result, ImageShape size) {
    boolean isMap = pixels().target().labels().isGiven();
    var method = isMap ? Resampling.NEAREST : pixels().resize().method();
    return readSize().restored(result, size, method);
  }

  /** Label maps get the form in which networks see them. */
  @Override
  default Image condition(Image picture, Optional<Palette> indices, String where) {
    return areLabels()
        ? LabelReading.of(pixels().condition().labels(), indices).read(picture, where)
        : picture;
  }

  @Override
  default boolean showsClasses() {
    return areLabels() || pixels().target().labels().isGiven();
  }

  @Override
  default ImageCodec codec(Optional<Palette> classes) {
    return new SideCodec(
        this, reading(pixels().condition(), classes), reading(pixels().target(), classes));
  }

  private static Optional<LabelReading> reading(SidePixels side, Optional<Palette> classes) {
    return Optional.of(side.labels())
        .filter(LabelForm::isGiven)
        .map(form -> LabelReading.of(form, classes));
  }
}
