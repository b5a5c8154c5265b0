package io.pix2pix.train.translation;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/** A picture to be translated, wherever it comes from and goes to. Used by several threads. */
public interface PictureJob {

  /** What messages call it: a file. */
  String where();

  /** Height and width, known before it is read. */
  ImageShape shape();

  /**
   * Reads it.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws io.pix2pix.api.error.InvalidInputException if it is damaged
   */
  Image read();

  /**
   * Writes what became of it.
   *
   * @param translated of 1 or 3 channels, in {@code [-1, 1]}
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be written
   */
  void write(Image translated);
}
