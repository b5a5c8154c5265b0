package io.pix2pix.data.file;

import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.pixels.ChannelChoice;
import java.util.Optional;

/**
 * What is read of a picture's numbers.
 *
 * @param channels which are read; {@link ChannelChoice#AUTO} takes those that it has, without alpha
 * @param range which numbers are black and white where they are more than bytes; where it is empty,
 *     those of their type
 * @param alphaIsMask whether alpha that is left out is read all the same, as the mask of a pair
 */
public record ReadOptions(
    ChannelChoice channels, Optional<SampleRange> range, boolean alphaIsMask) {
  /** Three channels, with the range of their type. */
  public static final ReadOptions RGB = rgb(Optional.empty());

  /** Without masks. */
  public ReadOptions(ChannelChoice channels, Optional<SampleRange> range) {
    this(channels, range, false);
  }

  /** Three channels. */
  public static ReadOptions rgb(Optional<SampleRange> range) {
    return new ReadOptions(ChannelChoice.RGB, range);
  }

  /** The same, saying whether alpha is the mask. */
  ReadOptions withAlphaAsMask(boolean isMask) {
    return new ReadOptions(channels, range, isMask);
  }

  /** So many channels: 1 for gray, 3 for colors, 4 for colors and alpha, others as stored. */
  public static ReadOptions of(int channels, Optional<SampleRange> range) {
    return new ReadOptions(ChannelChoice.of(channels), range);
  }
}
