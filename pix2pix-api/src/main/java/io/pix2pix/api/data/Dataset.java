package io.pix2pix.api.data;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.plugin.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A source of pairs, in splits such as {@code train}, {@code val} and {@code test}; it knows how
 * they are shown.
 */
@Role(value = "data", meaning = "where pairs of images come from")
public interface Dataset extends ImageCodec {
  /** The file of a data folder that names the classes of its label maps. */
  String PALETTE = "palette.csv";

  /**
   * Opens a split and checks what can be checked without decoding every image.
   *
   * @param folder the data folder that the user named, if any
   * @param split {@code train}, {@code val}, {@code test}, or a name that the data set knows
   * @throws io.pix2pix.api.error.InvalidInputException if the folder, the split or a file in it cannot be
   *     used; the message names it
   */
  Pairs open(Optional<Path> folder, String split);

  /** Whether there is such a split. */
  boolean has(Optional<Path> folder, String split);

  /**
   * The shape of the pair that is read of a picture, or of two, where no data is at hand.
   *
   * @param picture {@code [h, w, 3]}: of each image of the pair
   */
  default PairShape shapeOf(ImageShape picture) {
    return new PairShape(picture, picture);
  }

  /**
   * The classes of label maps and their colors, where one side of the pairs is such maps: {@value
   * #PALETTE} in the data folder.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if there is such a file but it is no palette
   */
  default Optional<Palette> palette(Optional<Path> folder) {
    return folder.map(data -> data.resolve(PALETTE)).filter(Files::exists).map(Palette::read);
  }
}
