package io.pix2pix.bench.speed.work;

import java.util.Arrays;
import java.util.Locale;

/** What the results of a work are counted in; less is better in each. */
public enum Unit {
  /** Seconds of a step, of all images of a batch, or until something is done. */
  SECONDS("s") {
    @Override
    public String words(double value) {
      return value < 1
          ? String.format(Locale.ROOT, "%.0f ms", value * 1000)
          : String.format(Locale.ROOT, "%.2f s", value);
    }
  },
  /** Seconds that a pair of images takes; people read pairs a second. */
  SECONDS_PER_PAIR("s/pair") {
    @Override
    public String words(double value) {
      return String.format(Locale.ROOT, "%.0f pairs/s", 1 / value);
    }
  },
  /** Seconds that a picture takes; people read pictures a second. */
  SECONDS_PER_IMAGE("s/image") {
    @Override
    public String words(double value) {
      return String.format(Locale.ROOT, "%.1f images/s", 1 / value);
    }
  },
  /** 1,048,576 bytes. */
  MEBIBYTES("MiB") {
    @Override
    public String words(double value) {
      return String.format(Locale.ROOT, "%.0f MiB", value);
    }
  };

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** As it stands in files, for example {@code s}. */
  public String symbol() {
    return symbol;
  }

  /** A result for people, for example {@code 512 ms}. */
  public abstract String words(double value);

  /**
   * The unit of a symbol.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Unit of(String symbol) {
    return Arrays.stream(values())
        .filter(unit -> unit.symbol.equals(symbol))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no unit is called " + symbol));
  }
}
