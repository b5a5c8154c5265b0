package io.pix2pix.cli.translation;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.WriteOptions;
import io.pix2pix.train.translation.PictureJob;
import java.util.Iterator;

/**
 * The translation of an image file.
 *
 * @param files that it is read from and written to
 * @param part that is translated
 * @param shape of the part
 * @param written what the numbers of the result are
 */
record FileJob(TranslationFiles files, TakenPart part, ImageShape shape, WriteOptions written)
    implements PictureJob {

  /**
   * @param stored the shape of the whole image
   * @throws io.pix2pix.api.error.InvalidInputException if it is a pair of two halves of different
   *     width
   */
  static FileJob of(
      TranslationFiles files, TakenPart part, ImageShape stored, WriteOptions written) {
    return new FileJob(files, part, part.of(stored, files.input()), written);
  }

  @Override
  public String where() {
    return files.input().toString();
  }

  @Override
  public Image read() {
    return part.read(files.input());
  }

  @Override
  public void write(Image translated) {
    ImageFiles.write(files.output(), translated, written);
  }

  /** Writes what is made while it is written, strip by strip. */
  void write(Iterator<Image> strips, int height) {
    ImageFiles.write(files.output(), strips, height, written);
  }
}
