package io.pix2pix.server.model;

import java.time.Duration;

/**
 * Bounds of what a server of models does at once.
 *
 * @param largestBody bytes of a picture as it is sent
 * @param mostPixels of a picture, before it is decoded
 * @param queue pictures that wait for their turn; more are answered with 429
 * @param workers groups of pictures that are computed at once
 * @param batch pictures of a group at most; 1 computes each alone
 * @param timeLimit in which a picture has to be there, waiting included
 */
public record ServeSettings(
    int largestBody, int mostPixels, int queue, int workers, int batch, Duration timeLimit) {
  /** The same as where no option is given. */
  public static final ServeSettings USUAL =
      new ServeSettings(16 << 20, 1 << 20, 64, 1, 4, Duration.ofSeconds(60));

  /** All pictures that are being decoded, computed or encoded have so many pixels at most. */
  long pixelsAtOnce() {
    return 16L * mostPixels;
  }
}
