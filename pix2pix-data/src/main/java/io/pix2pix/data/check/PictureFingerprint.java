package io.pix2pix.data.check;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.pix2pix.api.image.Image;
import io.pix2pix.data.resize.Resampling;

/**
 * What finds an image again.
 *
 * <p>The array is not copied: it never leaves its makers.
 *
 * @param exact of all its pixels
 * @param perceptual the difference hash: whether each of 8 by 8 places is darker than the next one,
 *     and not by an encoder's noise only
 * @param thumbnail 16 by 16 gray values, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PictureFingerprint(HashCode exact, long perceptual, byte[] thumbnail) {
  private static final int EDGE = 16;
  private static final int HASHED = 8;

  /** Two levels of 255. */
  private static final float NOISE = 2 / 127.5f;

  /** Differences that encoders make. */
  private static final int BITS = 3;

  private static final double LEVELS = 2;

  /** That of an image of any number of channels. */
  static PictureFingerprint of(Image image) {
    var hasher =
        Hashing.murmur3_128()
            .newHasher()
            .putInt(image.height())
            .putInt(image.width())
            .putInt(image.channels());
    for (float value : image.toArray()) {
      hasher.putFloat(value);
    }
    var small = Resampling.BICUBIC.resize(image, EDGE, EDGE);
    var hashed = Resampling.BICUBIC.resize(image, HASHED, HASHED + 1);
    return new PictureFingerprint(hasher.hash(), differences(hashed), thumbnail(small));
  }

  private static long differences(Image small) {
    long bits = 0;
    for (int y = 0; y < HASHED; y++) {
      for (int x = 0; x < HASHED; x++) {
        bits = bits << 1 | (gray(small, y, x) + NOISE < gray(small, y, x + 1) ? 1 : 0);
      }
    }
    return bits;
  }

  private static byte[] thumbnail(Image small) {
    var gray = new byte[EDGE * EDGE];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (byte) Math.round((gray(small, i / EDGE, i % EDGE) + 1) * 127.5f);
    }
    return gray;
  }

  private static float gray(Image image, int y, int x) {
    float sum = 0;
    for (int channel = 0; channel < image.channels(); channel++) {
      sum += image.at(y, x, channel);
    }
    return sum / image.channels();
  }

  /** Whether another image looks the same: an encoder's differences, or hardly more. */
  boolean isNear(PictureFingerprint other) {
    return Long.bitCount(perceptual ^ other.perceptual) <= BITS && distance(other) <= LEVELS;
  }

  private double distance(PictureFingerprint other) {
    int sum = 0;
    for (int i = 0; i < thumbnail.length; i++) {
      sum += Math.abs((thumbnail[i] & 0xff) - (other.thumbnail[i] & 0xff));
    }
    return (double) sum / thumbnail.length;
  }
}
