package io.pix2pix.cli.translation;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is translated of a picture: all of it, or the half that is the condition.
 *
 * @param reader reads a picture
 * @param pair which half, if pictures hold pairs
 */
record TakenPart(Function<Path, Image> reader, Optional<Direction> pair) {

  /** Of pairs as the data set of a run has them, or of single pictures. */
  static TakenPart of(TrainedRun trained, boolean pairs) {
    boolean right = trained.data().conditionIsRightHalf();
    var direction = right ? Direction.BtoA : Direction.AtoB;
    return new TakenPart(
        file -> read(trained, file), pairs ? Optional.of(direction) : Optional.empty());
  }

  /** As in training: with the indices of its maps, or with the range of its numbers. */
  private static Image read(TrainedRun trained, Path file) {
    return trained
        .indices()
        .map(palette -> ImageFiles.readLabels(file, palette))
        .orElseGet(() -> readPicture(trained, file));
  }

  private static Image readPicture(TrainedRun trained, Path file) {
    var data = trained.data();
    // A file that holds all channels needs no other ones.
    boolean isWhole =
        !data.readsFurtherFiles() || ImageFiles.channels(file) == trained.pictureChannels();
    return isWhole
        ? ImageFiles.read(file, options(trained))
        : ImageFiles.read(file, data.furtherFiles(file), data.sampleRange());
  }

  private static ReadOptions options(TrainedRun trained) {
    return ReadOptions.of(trained.pictureChannels(), trained.data().sampleRange());
  }

  /**
   * The shape of the part.
   *
   * @throws InvalidInputException if a pair has two halves of different width
   */
  ImageShape of(ImageShape picture, Path file) {
    if (pair.isEmpty()) {
      return picture;
    }
    if (picture.width() % 2 != 0) {
      throw new InvalidInputException(
          file
              + ": the width of "
              + picture.width()
              + " pixels is odd; with --pairs, an image is two halves of equal width");
    }
    return picture.resized(picture.height(), picture.width() / 2);
  }

  /**
   * Reads the part.
   *
   * @throws InvalidInputException if the file is damaged
   */
  Image read(Path file) {
    var picture = reader.apply(file);
    return pair.map(direction -> direction.split(picture).condition()).orElse(picture);
  }
}
