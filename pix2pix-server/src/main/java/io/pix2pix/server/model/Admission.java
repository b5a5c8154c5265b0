package io.pix2pix.server.model;

import io.pix2pix.server.http.ProblemException;

/**
 * How much is decoded, computed and encoded at once. What would wait longer than a client likes is
 * refused before anything is made for it.
 *
 * <p>Safe for use by several threads.
 */
final class Admission {
  private final int mostPictures;
  private final long mostPixels;
  private int pictures;
  private long pixels;

  Admission(int mostPictures, long mostPixels) {
    this.mostPictures = mostPictures;
    this.mostPixels = mostPixels;
  }

  /**
   * Before a picture is decoded.
   *
   * @throws ProblemException if there are too many
   */
  synchronized void enter(long size) {
    if (pictures >= mostPictures || pixels + size > mostPixels) {
      throw busy();
    }
    pictures++;
    pixels += size;
  }

  /** When it was encoded, or has failed. */
  synchronized void leave(long size) {
    pictures--;
    pixels -= size;
  }

  static ProblemException busy() {
    return new ProblemException(429, "too many pictures wait at this moment")
        .with("Retry-After", "1");
  }
}
