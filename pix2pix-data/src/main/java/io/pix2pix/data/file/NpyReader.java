package io.pix2pix.data.file;

import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Reads NumPy arrays of two or three dimensions. Objects are refused: nothing is unpickled. */
final class NpyReader extends SampleReader<NpyHeader> {
  @Override
  NpyHeader read(ImageInputStream stream) throws IOException {
    return NpyHeader.read(stream);
  }

  @Override
  public String getFormatName() {
    return "npy";
  }

  @Override
  WritableRaster stored() throws IOException {
    var head = headBeforeNumbers();
    var stream = stream();
    stream.setByteOrder(head.order());
    int size = Math.toIntExact(head.size());
    requireBytes(stream, size);
    var samples = head.samples();
    return samples.hasRange() ? whole(stream, size, samples.bits()) : floats(stream, size, samples);
  }

  /** Before memory is taken for what a head only claims. */
  private void requireBytes(ImageInputStream stream, int size) throws IOException {
    long last = stream.getStreamPosition() + (long) size * head().samples().bits() / 8 - 1;
    stream.mark();
    stream.seek(last);
    if (stream.read() < 0) {
      throw new EOFException("the array has fewer numbers than its head says");
    }
    stream.reset();
  }

  private WritableRaster whole(ImageInputStream stream, int size, int bits) throws IOException {
    var head = head();
    if (bits == 8) {
      var stored = new byte[size];
      stream.readFully(stored);
      var values = new byte[size];
      for (int i = 0; i < size; i++) {
        values[head.place(i)] = head.truth() && stored[i] != 0 ? (byte) 0xff : stored[i];
      }
      return bytes(values, head.height(), head.width(), head.channels());
    }
    var stored = new short[size];
    stream.readFully(stored, 0, size);
    var values = new short[size];
    for (int i = 0; i < size; i++) {
      values[head.place(i)] = stored[i];
    }
    return shorts(values, head.height(), head.width(), head.channels());
  }

  private WritableRaster floats(ImageInputStream stream, int size, SampleFormat samples)
      throws IOException {
    var head = head();
    var values = new double[size];
    for (int i = 0; i < size; i++) {
      values[head.place(i)] = number(stream, samples);
    }
    return doubles(values, head.height(), head.width(), head.channels());
  }

  private static double number(ImageInputStream stream, SampleFormat samples) throws IOException {
    boolean isFloat = samples.kind() == SampleFormat.Kind.FLOAT;
    return switch (samples.bits()) {
      case 8 -> stream.readByte();
      case 16 -> isFloat ? half(stream.readUnsignedShort()) : stream.readShort();
      case 32 -> isFloat ? stream.readFloat() : stream.readInt();
      default -> isFloat ? stream.readDouble() : stream.readLong();
    };
  }

  /** The number of 16 bits: one of sign, five of exponent, ten of fraction. */
  static double half(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double value;
    if (exponent == 0x1f) {
      value = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      value =
          exponent == 0
              ? Math.scalb((double) fraction, -24)
              : Math.scalb(1024.0 + fraction, exponent - 25);
    }
    return (bits & 0x8000) == 0 ? value : -value;
  }
}
