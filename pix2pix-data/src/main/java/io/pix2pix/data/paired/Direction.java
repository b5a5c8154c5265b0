package io.pix2pix.data.paired;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;

/** Which half of a picture is the condition: A is the left half, B the right half. */
public enum Direction {
  /** A is the condition, B the target. */
  AtoB,
  /** B is the condition, A the target. */
  BtoA;

  /** The pair that the halves make. */
  ImagePair pair(Image left, Image right) {
    return this == AtoB ? new ImagePair(left, right) : new ImagePair(right, left);
  }
}
