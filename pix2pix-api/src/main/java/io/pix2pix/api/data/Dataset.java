package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.Role;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A source of pairs, in splits such as {@code train}, {@code val} and {@code test}; it knows how
 * they are shown.
 */
@Role(value = "data", meaning = "where pairs of images come from")
public interface Dataset extends ImageCodec {
  /** The file of a data folder that names the classes of its label maps. */
  String PALETTE = "palette.csv";

  /**
   * Opens a split: lists its files, and reads none that it can do without. Users of data call
   * {@link OpenedDataset#split}, which opens each split once and checks what it can check at small
   * cost.
   *
   * @param files what the user named, if anything
   * @param split {@code train}, {@code val}, {@code test}, or a name that the data set knows
   * @throws InvalidInputException if the files or the split cannot be used; the message names what
   *     is wrong
   */
  Pairs open(Optional<FileTree> files, String split);

  /** Whether there is such a split. */
  boolean has(Optional<FileTree> files, String split);

  /**
   * The shape of the pair that is read of a picture, or of two, where no data is at hand.
   *
   * @param picture {@code [h, w, 3]}: of each image of the pair
   */
  default PairShape shapeOf(ImageShape picture) {
    return new PairShape(picture, picture);
  }

  /**
   * This data set, reading pictures with as many channels as those of a training had, where its
   * settings leave that to the pictures. What it reads goes with the networks of that training
   * then.
   *
   * @param training the shape of the pairs; asked only where it decides
   */
  default Dataset withChannelsOf(Supplier<PairShape> training) {
    return this;
  }

  /**
   * The channels of pictures that somebody gives, before {@link #condition} makes conditions of
   * them: 3 unless the data set reads others; 0 for all that a picture has.
   *
   * @param training the shape of the pairs
   */
  default int pictureChannels(PairShape training) {
    return 3;
  }

  /**
   * A picture at another size, resized as those of the training are. What {@link #shapeOf} says of
   * a picture tells whether they are.
   *
   * @param picture {@code [h, w, c]}, in {@code [-1, 1]}
   * @param size of the result; its channels do not count
   * @param indices the classes of label maps that are stored as gray pictures of class indices,
   *     where pictures may be such maps
   * @throws InvalidInputException if the picture has another size, and this data set resizes none
   */
  default Image resized(Image picture, ImageShape size, Optional<Palette> indices) {
    if (picture.height() != size.height() || picture.width() != size.width()) {
      throw new InvalidInputException(
          "data: this data set resizes no pictures; give pictures of %s pixels, not %s"
              .formatted(size.widthByHeight(), picture.shape().widthByHeight()));
    }
    return picture;
  }

  /**
   * What was made of a picture that was resized, at the size that the picture had.
   *
   * @param result {@code [h, w, c]}, in {@code [-1, 1]}
   * @param size of the picture; its channels do not count
   * @throws InvalidInputException if it cannot be brought back
   */
  default Image restored(Image result, ImageShape size) {
    return resized(result, size, Optional.empty());
  }

  /** Whether pictures are shown with the help of the palette of the data. */
  default boolean showsClasses() {
    return false;
  }

  /**
   * How pairs are shown.
   *
   * @param classes of the data's label maps, where it {@link #showsClasses}
   */
  default ImageCodec codec(Optional<Palette> classes) {
    return this;
  }

  /**
   * Which half of a picture that holds both images of a pair, side by side, is the condition: the
   * left one unless the data set says otherwise.
   */
  default boolean conditionIsRightHalf() {
    return false;
  }

  /** How a person makes a condition by hand. */
  default DrawnCondition drawnCondition() {
    return DrawnCondition.PICTURE;
  }

  /** Whether every pair has a mask that says which of its pixels count. */
  default boolean masked() {
    return false;
  }

  /** Whether pairs of which a file cannot be used are left out, rather than refused. */
  default boolean skipsBadImages() {
    return false;
  }

  /**
   * Which stored values are black and white in pictures whose numbers are more than bytes; empty
   * where it is those of their type.
   */
  default Optional<SampleRange> sampleRange() {
    return Optional.empty();
  }

  /** Whether several files make one condition. */
  default boolean readsFurtherFiles() {
    return false;
  }

  /**
   * The files that give further channels of a condition that somebody gives, where conditions are
   * made of several.
   *
   * @return in the order of their channels
   * @throws InvalidInputException if one is missing, or nothing tells where they are
   */
  default ImmutableList<Path> furtherFiles(Path condition) {
    return ImmutableList.of();
  }

  /** Whether results have the size of what was translated, however it was padded before. */
  default boolean keepsSize() {
    return false;
  }

  /** As {@link #sampleRange}, of targets: results can be written with it. */
  default Optional<SampleRange> targetRange() {
    return Optional.empty();
  }

  /**
   * The classes of label maps and their colors, where one side of the pairs is such maps: {@value
   * #PALETTE} in the data folder.
   *
   * @throws InvalidInputException if there is such a file but it is no palette
   */
  default Optional<Palette> palette(Optional<FileTree> files) {
    return files
        .filter(Dataset::namesClasses)
        .map(data -> Palette.read(data.open(PALETTE), data.where(PALETTE)));
  }

  private static boolean namesClasses(FileTree data) {
    return data.list("").stream()
        .flatMap(listing -> listing.files().stream())
        .anyMatch(file -> file.name().equals(PALETTE));
  }
}
