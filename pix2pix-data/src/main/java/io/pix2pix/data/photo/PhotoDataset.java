package io.pix2pix.data.photo;

import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.data.file.ImageFileDataset;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import java.util.Optional;

/**
 * A data set of single photos, in a folder for each split: {@code train}, {@code val}, {@code
 * test}. A photo gives condition and target.
 */
interface PhotoDataset extends ImageFileDataset {

  /** Where photos are, below the data folder. */
  String files();

  /** Which split a photo belongs to, where the data has no splits of its own. */
  Split split();

  /** The pair that a photo gives, of its height and width. */
  ImagePair pair(Image photo);

  /** A pair of {@link #pair} after augmentation changed it. */
  default ImagePair afterAugmentation(ImagePair changed) {
    return changed;
  }

  /** What is read of a photo: three channels, unless somebody says otherwise. */
  default StoredImages photos(StoredImages files) {
    return files.with(ReadOptions.rgb(pixels().target().range(range())));
  }

  @Override
  default Pairs open(Optional<FileTree> data, String name) {
    return new Photos(
        photos(PictureLayout.of(files(), split()).images(data, name, "photos")), this);
  }

  @Override
  default boolean has(Optional<FileTree> data, String name) {
    return PictureLayout.of(files(), split()).has(data, name);
  }
}
