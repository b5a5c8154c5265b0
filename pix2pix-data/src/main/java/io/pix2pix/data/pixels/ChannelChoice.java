package io.pix2pix.data.pixels;

/** Which channels of a picture are read. */
public enum ChannelChoice {
  /**
   * One where all pictures of the side are gray, three where they are colored or mixed, and all of
   * pictures that are neither, such as arrays of five numbers a pixel. Alpha is left out.
   */
  AUTO,
  /** One: colors become their brightness. */
  GRAY,
  /** Three: gray becomes three equal ones. */
  RGB,
  /** Four: colors, and alpha, which is 1 where a picture has none. */
  RGBA,
  /** All that are stored, in their order, those of all pages one after another. */
  ALL;

  /** The choice that reads so many channels of any picture of people. */
  public static ChannelChoice of(int channels) {
    return switch (channels) {
      case 1 -> GRAY;
      case 3 -> RGB;
      case 4 -> RGBA;
      default -> ALL;
    };
  }
}
