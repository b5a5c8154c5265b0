package io.pix2pix.data.folders;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.LabelIndices;
import io.pix2pix.data.label.LabelReading;
import io.pix2pix.data.resize.ReadSize;
import java.util.Optional;

/**
 * The pictures of one folder, and how they are read.
 *
 * @param images of the folder
 * @param palette of maps of indices; empty where pictures have colors of their own
 * @param labels how networks see label maps, where somebody says that these are such
 */
record FolderReader(StoredImages images, Optional<Palette> palette, Optional<LabelReading> labels) {

  /**
   * A picture.
   *
   * @param size of the result
   * @throws InvalidInputException if someone changed the file since it was listed, or it is no map
   *     of indices among such maps
   */
  Image read(int index, ReadSize size) {
    if (labels.isPresent()) {
      return labels.get().read(labelMap(index, labels.get()), size, images.where(index));
    } else if (palette.isEmpty()) {
      return size.of(images.read(index));
    }
    var map = map(index, palette.get());
    return new LabelIndices(size.ofLabels(map.picture())).colored(palette.get());
  }

  private Image labelMap(int index, LabelReading reading) {
    return images.readLabels(index, reading.palette()).orElseGet(() -> images.read(index));
  }

  private LabelIndices map(int index, Palette known) {
    return images
        .readLabels(index, known)
        .flatMap(picture -> LabelIndices.of(picture, known))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: is no map of the indices 0 to %d (or %d for none), as others of its folder are; correct it, or palette.csv"
                        .formatted(images.where(index), known.size() - 1, Palette.VOID)));
  }

  /** The shape of a picture at the size that it is stored with. */
  ImageShape shape(int index) {
    var stored = images.shape(index);
    return labels
        .map(reading -> reading.of(stored))
        .orElse(palette.isPresent() ? stored.withChannels(3) : stored);
  }

  /** What is found in a file when it is decoded. */
  ImmutableList<DataFinding> check(int index) {
    if (palette.isEmpty()) {
      return images.check(index);
    }
    try {
      if (labels.isPresent()) {
        labels.get().read(labelMap(index, labels.get()), images.where(index));
      } else {
        map(index, palette.get());
      }
      return ImmutableList.of();
    } catch (InvalidInputException e) {
      return ImmutableList.of(DataFinding.problem(images.where(index), e));
    }
  }

  /** The same pictures, in none of which {@link #check} found damage. */
  FolderReader sound() {
    return new FolderReader(images.sound(), palette, labels);
  }

  /** What pixels follow from besides the files; checksums that runs keep hold it in these words. */
  String settings() {
    return "Side[palette=" + palette.map(FolderReader::words) + "]";
  }

  private static String words(Palette palette) {
    return palette.unlabeled().isPresent()
        ? palette.toString()
        : "Palette[entries=" + palette.entries() + "]";
  }
}
