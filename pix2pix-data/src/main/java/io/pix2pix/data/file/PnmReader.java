package io.pix2pix.data.file;

import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads PBM, PGM, PPM and PAM, as text and as bytes, of 1, 8 and 16 bits. */
final class PnmReader extends SampleReader {
  private @Nullable PnmHeader header;

  private PnmHeader header() throws IOException {
    if (header == null) {
      header = PnmHeader.read(stream());
    }
    return header;
  }

  @Override
  public String getFormatName() {
    return "pnm";
  }

  @Override
  public int getWidth(int index) throws IOException {
    return header().width();
  }

  @Override
  public int getHeight(int index) throws IOException {
    return header().height();
  }

  @Override
  WritableRaster stored() throws IOException {
    return read(false);
  }

  /** White is 255 or 65535, whatever the file calls it. */
  @Override
  WritableRaster shown() throws IOException {
    return read(true);
  }

  private WritableRaster read(boolean scaled) throws IOException {
    var stream = stream();
    header = PnmHeader.read(stream);
    var numbers = numbers(header, stream);
    int most = header.samples().bits() == 8 ? 0xff : 0xffff;
    if (scaled) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Math.round((float) numbers[i] * most / header.greatest());
      }
    }
    return raster(header, numbers);
  }

  private static WritableRaster raster(PnmHeader header, int[] numbers) {
    if (header.samples().bits() == 8) {
      var values = new byte[numbers.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (byte) numbers[i];
      }
      return bytes(values, header.height(), header.width(), header.channels());
    }
    var values = new short[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) numbers[i];
    }
    return shorts(values, header.height(), header.width(), header.channels());
  }

  private static int[] numbers(PnmHeader header, ImageInputStream stream) throws IOException {
    long size = (long) header.height() * header.width() * header.channels();
    var numbers = new int[Math.toIntExact(size)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (header.kind()) {
            case 1 -> 1 - bit(stream);
            case 2, 3 -> PnmHeader.number(stream);
            case 4 -> 1 - packed(header, stream, i);
            default ->
                header.greatest() > 0xff ? stream.readUnsignedShort() : stream.readUnsignedByte();
          };
      boolean isText = header.kind() == 2 || header.kind() == 3;
      if (isText && (numbers[i] < 0 || numbers[i] > header.greatest())) {
        throw new IIOException(numbers[i] + " is not from 0 to " + header.greatest());
      }
      numbers[i] = Math.min(numbers[i], header.greatest());
    }
    return numbers;
  }

  /** Rows begin at whole bytes. */
  private static int packed(PnmHeader header, ImageInputStream stream, int pixel)
      throws IOException {
    if (pixel % header.width() == 0 && stream.getBitOffset() > 0) {
      stream.readUnsignedByte();
    }
    return stream.readBit();
  }

  /** Digits of PBM need no blanks between them. */
  private static int bit(ImageInputStream stream) throws IOException {
    while (true) {
      int next = stream.readUnsignedByte();
      if (next == '#') {
        stream.readLine();
      } else if (next == '0' || next == '1') {
        return next - '0';
      } else if (!Character.isWhitespace(next)) {
        throw new IIOException("\"" + (char) next + "\" is neither 0 nor 1");
      }
    }
  }
}
