package io.pix2pix.spark.job;

import java.util.Optional;

/**
 * A line that a driver prints for who started it; other lines mean nothing.
 *
 * @param kind what it is about
 * @param text that belongs to it
 */
public record DriverLine(Kind kind, String text) {
  private static final String MARK = "pix2pix-spark ";

  /** As it is printed. */
  public String line() {
    return MARK + kind + " " + text;
  }

  /** What a line says; empty if it is none of these. */
  public static Optional<DriverLine> parse(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    var rest = line.substring(MARK.length());
    for (var kind : Kind.values()) {
      if (rest.startsWith(kind + " ")) {
        return Optional.of(new DriverLine(kind, rest.substring(kind.name().length() + 1)));
      }
    }
    return Optional.empty();
  }

  /** What a line is about. */
  public enum Kind {
    /** The cluster has answered; what follows is work. */
    READY,
    /** Nothing was done; the text says why. */
    REFUSED,
    /** Something happened; the text is JSON. */
    EVENT
  }
}
