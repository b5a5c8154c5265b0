package io.pix2pix.data.mask;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;

/** Where the masks of pairs come from. */
interface PairMasks {

  /**
   * The mask of a pair that was read.
   *
   * @param size of what is read
   * @return {@code [h, w, 1]}, in {@code [0, 1]}
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be read
   */
  Image of(ImagePair pair, int index, ReadSize size);

  /** The files of the masks, if they have any. */
  Optional<StoredImages> files();

  /** What they follow from where they have no files, for checksums, which runs keep. */
  String source();

  /** What is found in the file of a mask when it is decoded. */
  ImmutableList<DataFinding> check(int index);
}
