package io.pix2pix.train.translation;

import io.pix2pix.api.error.InvalidInputException;

/**
 * Is told how the translation of many pictures goes, in the order of the pictures. Its methods are
 * called by the thread that asked for the translation.
 */
public interface TranslationListener {

  /** A picture was translated and written. */
  void onTranslated(PictureJob job);

  /**
   * A picture could not be read or prepared; the others are translated.
   *
   * @param why in one line
   */
  void onFailed(PictureJob job, InvalidInputException why);
}
