package io.pix2pix.data.mask;

import io.pix2pix.api.data.Pairs;
import io.pix2pix.data.resize.ReadSize;

/**
 * Pairs that masks can be put on.
 *
 * @param pairs without masks
 * @param targets of them, as they are stored
 * @param size of what is read
 */
public record UnmaskedPairs(Pairs pairs, TargetFiles targets, ReadSize size) {

  /** The same pairs, none of which is damaged. */
  UnmaskedPairs sound() {
    return new UnmaskedPairs(pairs.sound(), targets, size);
  }
}
