package io.pix2pix.api.data;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a person makes a condition of a data set: what is drawn, or loaded.
 *
 * @param kind of the condition
 * @param hole share of height and of width that is white in its middle; 0 unless it has a hole
 */
public record DrawnCondition(Kind kind, double hole) {
  /** A picture of any kind: pairs tell more, for example that it is a label map. */
  public static final DrawnCondition PICTURE = new DrawnCondition(Kind.PICTURE, 0);

  /** Black lines on white. */
  public static final DrawnCondition LINES = new DrawnCondition(Kind.LINES, 0);

  /** A photo, of which the brightness counts. */
  public static final DrawnCondition GRAY = new DrawnCondition(Kind.GRAY, 0);

  /**
   * @throws IllegalArgumentException if the share is not from 0 to 1
   */
  public DrawnCondition {
    checkArgument(hole >= 0 && hole <= 1, "hole must be from 0 to 1, not %s", hole);
  }

  /**
   * A photo with a hole in its middle.
   *
   * @param share of height and of width that is white, from 0 to 1
   */
  public static DrawnCondition withHole(double share) {
    return new DrawnCondition(Kind.HOLE, share);
  }

  /** What a condition is. */
  public enum Kind {
    /** A picture of any kind. */
    PICTURE,
    /** Lines of one color on a plain ground. */
    LINES,
    /** A photo in black and white. */
    GRAY,
    /** A photo of which a part is missing. */
    HOLE
  }
}
