package io.pix2pix.data.file;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The head of a file of the PNM family: PBM, PGM, PPM and PAM.
 *
 * @param kind the digit after its P: 1 to 3 are text, 4 to 6 bytes, 7 is PAM
 * @param width in pixels
 * @param height in pixels
 * @param channels of a pixel
 * @param greatest the number that is white; 1 in PBM, where it is black
 */
record PnmHeader(int kind, int width, int height, int channels, int greatest)
    implements SampleHeader {
  private static final int LONGEST_WORD = 64;

  /** Whether a file begins as such files do. */
  static boolean begins(String start) {
    return start.matches("(?s)P[1-7][\\s#].*");
  }

  /** Reads it from the beginning of a file, and leaves the stream where numbers begin. */
  static PnmHeader read(ImageInputStream stream) throws IOException {
    stream.seek(1);
    int kind = stream.readUnsignedByte() - '0';
    var header = kind == 7 ? pam(stream) : plain(kind, stream);
    if (header.greatest < 1 || header.greatest > 0xffff || header.channels < 1) {
      throw new IIOException(
          (REFUSED + "is PNM of %d channels up to %d; store it as PNG")
              .formatted(header.channels, header.greatest));
    }
    return header;
  }

  private static PnmHeader plain(int kind, ImageInputStream stream) throws IOException {
    int width = number(stream);
    int height = number(stream);
    boolean isBitmap = kind == 1 || kind == 4;
    int greatest = isBitmap ? 1 : number(stream);
    return new PnmHeader(kind, width, height, kind == 3 || kind == 6 ? 3 : 1, greatest);
  }

  private static PnmHeader pam(ImageInputStream stream) throws IOException {
    int width = 0;
    int height = 0;
    int channels = 0;
    int greatest = 0;
    for (var word = word(stream); !word.equals("ENDHDR"); word = word(stream)) {
      switch (word) {
        case "WIDTH" -> width = number(stream);
        case "HEIGHT" -> height = number(stream);
        case "DEPTH" -> channels = number(stream);
        case "MAXVAL" -> greatest = number(stream);
        case "TUPLTYPE" -> word(stream);
        default -> throw new IIOException(REFUSED + "is PAM with " + word);
      }
    }
    return new PnmHeader(7, width, height, channels, greatest);
  }

  /** The next number of a head, or of the text of a picture. */
  static int number(ImageInputStream stream) throws IOException {
    var word = word(stream);
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new IIOException("\"" + word + "\" is no number", e);
    }
  }

  /** Skips space and comments; takes the one blank after the word, too. */
  private static String word(ImageInputStream stream) throws IOException {
    var word = new StringBuilder();
    while (true) {
      int next = stream.read();
      if (next == '#') {
        stream.readLine();
      } else if (next < 0 && word.length() == 0) {
        throw new EOFException("ends within its numbers");
      } else if (next < 0 || Character.isWhitespace(next)) {
        if (word.length() > 0) {
          return word.toString();
        }
      } else if (word.append((char) next).length() > LONGEST_WORD) {
        throw new IIOException("is no text of numbers");
      }
    }
  }

  /** What its numbers are. */
  SampleFormat samples() {
    return new SampleFormat(SampleFormat.Kind.UNSIGNED, greatest > 0xff ? 16 : 8);
  }

  /** What a pixel holds. */
  StoredChannels stored() {
    return channels > 4 ? new StoredChannels(0, channels) : StoredChannels.of(channels);
  }
}
