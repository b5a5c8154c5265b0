package io.pix2pix.data.photo;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.file.FileChecksums;
import io.pix2pix.data.file.StoredImages;
import java.util.Optional;

/**
 * The pairs that the photos of one folder give.
 *
 * @param images of the folder
 * @param dataset says what a photo gives
 */
record Photos(StoredImages images, PhotoDataset dataset) implements Pairs {
  @Override
  public int size() {
    return images.size();
  }

  @Override
  public String name(int index) {
    return images.flatName(index);
  }

  @Override
  public PairShape shape(int index) {
    return dataset.shapeOf(images.shape(index));
  }

  @Override
  public ImagePair read(int index) {
    return dataset.pair(dataset.readSize().of(images.read(index)));
  }

  @Override
  public ImmutableList<DataFinding> check(int index) {
    return images.check(index);
  }

  @Override
  public Pairs sound() {
    return new Photos(images.sound(), dataset);
  }

  @Override
  public ImmutableList<PairFile> files(int index) {
    return ImmutableList.of(images.file(index));
  }

  @Override
  public ImagePair afterAugmentation(ImagePair changed) {
    return dataset.afterAugmentation(changed);
  }

  @Override
  public DataChecksum checksum(Coverage coverage) {
    return FileChecksums.of(images).of(coverage);
  }

  @Override
  public Optional<String> fingerprint() {
    return Optional.of(FileChecksums.of(images).fingerprint());
  }
}
