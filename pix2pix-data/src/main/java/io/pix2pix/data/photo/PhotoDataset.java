package io.pix2pix.data.photo;

import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.data.file.CheckedFile;
import io.pix2pix.data.file.SplitFolders;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A data set of single photos, in a folder for each split: {@code train}, {@code val}, {@code
 * test}. A photo gives condition and target.
 */
interface PhotoDataset extends Dataset {

  /** Height and width of a photo when read, in pixels; 0 keeps it as stored. */
  int size();

  /** The pair that a photo of three channels gives, of its height and width. */
  ImagePair pair(Image photo);

  /** A pair of {@link #pair} after augmentation changed it. */
  default ImagePair afterAugmentation(ImagePair changed) {
    return changed;
  }

  @Override
  default Pairs open(Optional<Path> folder, String split) {
    var folders = SplitFolders.of(folder, "photos");
    return new Photos(CheckedFile.checkAll(folders.files(split)), this);
  }

  @Override
  default boolean has(Optional<Path> folder, String split) {
    return folder.isPresent() && new SplitFolders(folder.get()).has(split);
  }
}
