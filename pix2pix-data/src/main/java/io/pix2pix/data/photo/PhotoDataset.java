package io.pix2pix.data.photo;

import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.ImageFileDataset;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.resize.Resampling;
import java.util.Optional;

/**
 * A data set of single photos, in a folder for each split: {@code train}, {@code val}, {@code
 * test}. A photo gives condition and target.
 */
interface PhotoDataset extends ImageFileDataset {

  /** Height and width of a photo when read, in pixels; 0 keeps it as stored. */
  int size();

  /** Where photos are, below the data folder. */
  String files();

  /** Which split a photo belongs to, where the data has no splits of its own. */
  Split split();

  /** The pair that a photo of three channels gives, of its height and width. */
  ImagePair pair(Image photo);

  /** A pair of {@link #pair} after augmentation changed it. */
  default ImagePair afterAugmentation(ImagePair changed) {
    return changed;
  }

  @Override
  default Image resized(Image picture, ImageShape size, Optional<Palette> indices) {
    return Resampling.BICUBIC.resize(picture, size.height(), size.width());
  }

  @Override
  default Pairs open(Optional<FileTree> data, String name) {
    return new Photos(
        PictureLayout.of(files(), split()).images(data, name, "photos").withRange(sampleRange()),
        this);
  }

  @Override
  default boolean has(Optional<FileTree> data, String name) {
    return PictureLayout.of(files(), split()).has(data, name);
  }
}
