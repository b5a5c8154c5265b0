package io.pix2pix.api.data;

/**
 * What tells the pairs of a split from others.
 *
 * @param of what it covers, in words
 * @param value in hexadecimal: the same for the same data on every machine
 */
public record DataChecksum(String of, String value) {

  /** A checksum of some coverage. */
  public static DataChecksum of(Coverage coverage, String value) {
    return new DataChecksum(coverage.words(), value);
  }

  /** Whether both were taken in the same way, so that different values mean different data. */
  public boolean isComparableWith(DataChecksum other) {
    return of.equals(other.of);
  }
}
