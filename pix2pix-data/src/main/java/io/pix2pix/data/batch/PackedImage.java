package io.pix2pix.data.batch;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/** An image in as few bytes as give it back exactly. */
interface PackedImage {

  /** The memory that it needs, in bytes. */
  long bytes();

  /** The image, equal to the one that was packed. */
  Image unpacked();

  /** Most pictures are decoded from numbers of 0 to 255: these need a quarter of the memory. */
  static PackedImage of(Image image) {
    var values = image.toArray();
    var numbers = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int number = Math.round((values[i] + 1) * 127.5f);
      if (number < 0 || number > 255 || Levels.VALUES[number] != values[i]) {
        return new Whole(image);
      }
      numbers[i] = (byte) number;
    }
    return new Levels(image.shape(), numbers);
  }

  /**
   * An image of values that are none of 256 levels.
   *
   * @param unpacked the image
   */
  record Whole(Image unpacked) implements PackedImage {
    @Override
    public long bytes() {
      return (long) Float.BYTES * unpacked.shape().size();
    }
  }

  /** An image of 256 levels. */
  final class Levels implements PackedImage {
    private static final float[] VALUES = new float[256];

    static {
      for (int i = 0; i < VALUES.length; i++) {
        VALUES[i] = i / 127.5f - 1;
      }
    }

    private final ImageShape shape;
    private final byte[] numbers;

    private Levels(ImageShape shape, byte[] numbers) {
      this.shape = shape;
      this.numbers = numbers;
    }

    @Override
    public long bytes() {
      return numbers.length;
    }

    @Override
    public Image unpacked() {
      var values = new float[numbers.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = VALUES[numbers[i] & 0xff];
      }
      return Image.owning(shape, values);
    }
  }
}
