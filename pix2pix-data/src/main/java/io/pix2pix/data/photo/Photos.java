package io.pix2pix.data.photo;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.file.CheckedFile;
import io.pix2pix.data.resize.SquareSize;

/**
 * The pairs that the photos of one folder give.
 *
 * @param files at least one
 * @param dataset says what a photo gives
 */
record Photos(ImmutableList<CheckedFile> files, PhotoDataset dataset) implements Pairs {
  @Override
  public int size() {
    return files.size();
  }

  @Override
  public String name(int index) {
    return files.get(index).name();
  }

  @Override
  public PairShape shape(int index) {
    return dataset.shapeOf(files.get(index).shape());
  }

  @Override
  public ImagePair read(int index) {
    return dataset.pair(new SquareSize(dataset.size()).of(files.get(index).read()));
  }

  @Override
  public ImagePair afterAugmentation(ImagePair changed) {
    return dataset.afterAugmentation(changed);
  }

  @Override
  public String checksum() {
    return CheckedFile.checksum(files);
  }
}
