package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import java.util.Optional;

/** The pairs of one split. Safe for use by several threads. */
public interface Pairs {

  /** The number of pairs, at least 1. */
  int size();

  /**
   * What a pair is called: a file name, for example {@code 12.jpg}.
   *
   * @param index from 0 to {@code size() - 1}
   */
  String name(int index);

  /**
   * The shape of a pair, known from the heads of its files.
   *
   * @param index from 0 to {@code size() - 1}
   * @throws io.pix2pix.api.error.InvalidInputException if a file is no image, seen to be cut short,
   *     or does not go with its partner; the message names it
   */
  PairShape shape(int index);

  /**
   * Reads a pair.
   *
   * @param index from 0 to {@code size() - 1}
   * @throws io.pix2pix.api.error.InvalidInputException if a file cannot be decoded, or changed
   *     since it was listed; the message names it
   */
  ImagePair read(int index);

  /**
   * Decodes the files of a pair, and tells what is found in them.
   *
   * @param index from 0 to {@code size() - 1}
   * @return what keeps files from being used, and what was ignored, cut or guessed in them
   */
  default ImmutableList<DataFinding> check(int index) {
    try {
      read(index);
      return ImmutableList.of();
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(name(index), e));
    }
  }

  /**
   * The same pairs, all of whose files {@link #check} found sound: they may be read by a reader
   * that is fast but passes over damage.
   */
  default Pairs sound() {
    return this;
  }

  /** The same pairs, where some come up several times: each once. */
  default Pairs once() {
    return this;
  }

  /**
   * The files that a pair is read from, for those who look at how they are stored: the condition's
   * first where each has its own; one where both share it. Empty where nothing tells.
   *
   * @param index from 0 to {@code size() - 1}
   */
  default ImmutableList<PairFile> files(int index) {
    return ImmutableList.of();
  }

  /**
   * A pair after augmentation changed it: what belongs to a place in the image, such as a hole in
   * its middle, is put there again.
   */
  default ImagePair afterAugmentation(ImagePair changed) {
    return changed;
  }

  /**
   * The classes of the conditions, where these are stored as gray pictures of class indices; what
   * is read has the palette's colors.
   */
  default Optional<Palette> indices() {
    return Optional.empty();
  }

  /**
   * What tells these pairs from others. Files whose contents it covers are read, and checked to be
   * complete.
   *
   * @param coverage how much it has to cover; it may cover more where that costs nothing
   * @throws io.pix2pix.api.error.InvalidInputException if a file that is read is damaged; the
   *     message names it
   */
  DataChecksum checksum(Coverage coverage);

  /**
   * What changes whenever a file is written: names, sizes and times. Under it, the checksum of all
   * contents may be kept. Empty where that checksum is not worth keeping.
   */
  default Optional<String> fingerprint() {
    return Optional.empty();
  }
}
