package io.pix2pix.data.file;

/**
 * What the numbers of a picture's file are.
 *
 * @param kind of numbers
 * @param bits of each
 */
record SampleFormat(Kind kind, int bits) {
  static final SampleFormat BYTES = new SampleFormat(Kind.UNSIGNED, 8);

  /** Kinds of numbers, in the order of the tag SampleFormat of TIFF, from 1 on. */
  enum Kind {
    UNSIGNED("unsigned whole numbers"),
    SIGNED("signed whole numbers"),
    FLOAT("floating-point numbers"),
    UNKNOWN("samples of an unknown kind"),
    COMPLEX_WHOLE("complex whole numbers"),
    COMPLEX_FLOAT("complex numbers");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** That of a value of TIFF's tag. */
    static Kind of(int tag) {
      return tag >= 1 && tag <= values().length ? values()[tag - 1] : UNKNOWN;
    }
  }

  /** Whether the type itself says which value is black and which is white. */
  boolean hasRange() {
    boolean whole = kind == Kind.UNSIGNED || kind == Kind.UNKNOWN;
    return whole && bits <= 16;
  }

  /** Whether somebody who says which value is black and which is white can have it read. */
  boolean takesRange() {
    return switch (kind) {
      case UNSIGNED, UNKNOWN -> bits == 16 || bits == 32 || bits == 64;
      case SIGNED -> bits == 8 || bits == 16 || bits == 32 || bits == 64;
      case FLOAT -> bits == 16 || bits == 24 || bits == 32 || bits == 64;
      case COMPLEX_WHOLE, COMPLEX_FLOAT -> false;
    };
  }

  /** Whether numbers may be indices. */
  boolean isWhole() {
    return kind == Kind.UNSIGNED || kind == Kind.SIGNED || kind == Kind.UNKNOWN;
  }

  /** A sample as decoders give it, in which they tell no signed numbers from others. */
  double value(double decoded) {
    if (kind == Kind.SIGNED && bits == 8) {
      return (byte) decoded;
    } else if (kind == Kind.SIGNED && bits == 16) {
      return (short) decoded;
    }
    boolean unsigned = kind == Kind.UNSIGNED || kind == Kind.UNKNOWN;
    return unsigned && bits == 32 ? Integer.toUnsignedLong((int) (long) decoded) : decoded;
  }

  /** For example {@code signed whole numbers}. */
  String kindInWords() {
    return kind.words;
  }

  /** For example {@code 16-bit signed whole numbers}. */
  String words() {
    return bits + "-bit " + kind.words;
  }
}
