package io.pix2pix.data.check;

import io.pix2pix.api.image.ImagePair;

/**
 * Where the outlines of a target lie best on those of its condition.
 *
 * <p>Both become edge maps of at most {@value #LONGEST} pixels a side. Of all shifts up to a
 * twelfth of the longer side, the one is taken under which the maps correlate most, which is
 * searched at a quarter of the size first. It means something only where both images have the same
 * outlines, and where these do not repeat: see {@link #isTrusted}.
 *
 * @param dx pixels that the target lies right of the condition
 * @param dy pixels that the target lies below the condition
 * @param unshifted correlation of the edge maps as they lie, -1 to 1
 * @param best correlation under the best shift
 * @param isAtLimit whether a larger shift may be better yet
 */
public record Alignment(int dx, int dy, double unshifted, double best, boolean isAtLimit) {
  private static final int LONGEST = 192;
  private static final int COARSE = 4;
  private static final int REACH = 12;

  /** Less common outlines than these say nothing. */
  private static final double TRUSTED = 0.15;

  private static final double GAIN = 0.1;
  private static final int FAR = 2;

  /** That of a pair. */
  public static Alignment of(ImagePair pair) {
    var condition = pair.condition();
    int longer = Math.max(condition.height(), condition.width());
    int factor = (longer + LONGEST - 1) / LONGEST;
    var first = EdgeMap.of(condition, factor);
    var second = EdgeMap.of(pair.target(), factor);
    int limit = Math.max(COARSE, longer / factor / REACH / COARSE * COARSE);
    var unshifted = Shift.of(first, second, 0, 0);
    var best = Shift.best(first, second, limit).orBetter(Shift.bestAround(first, second, 0, 0, 1));
    return new Alignment(
        best.dx() * factor,
        best.dy() * factor,
        unshifted.correlation(),
        best.correlation(),
        Math.max(Math.abs(best.dx()), Math.abs(best.dy())) >= limit);
  }

  /** Whether condition and target have enough outlines in common to tell. */
  public boolean isTrusted() {
    return best >= TRUSTED && !isAtLimit;
  }

  /** How much better the edge maps correlate under the best shift. */
  public double gain() {
    return best - unshifted;
  }

  /**
   * Whether the target seems to lie elsewhere than the condition.
   *
   * @param edge the longer side of the images, in pixels
   */
  public boolean isShifted(int edge) {
    int pixels = Math.max(1, (edge + LONGEST - 1) / LONGEST);
    boolean far = Math.max(Math.abs(dx), Math.abs(dy)) > FAR * pixels;
    return isTrusted() && far && gain() >= GAIN;
  }

  /** A shift and how well it does. */
  private record Shift(int dx, int dy, double correlation) {

    /** Searched at a quarter of the size, then near what was found there at half and all of it. */
    static Shift best(Plane condition, Plane target, int limit) {
      var best = bestAt(COARSE, condition, target, 0, 0, limit / COARSE);
      best = bestAt(2, condition, target, 2 * best.dx, 2 * best.dy, 2);
      return bestAt(1, condition, target, 2 * best.dx, 2 * best.dy, 1);
    }

    private static Shift bestAt(
        int factor, Plane condition, Plane target, int dx, int dy, int limit) {
      return bestAround(condition.reduced(factor), target.reduced(factor), dx, dy, limit);
    }

    static Shift bestAround(Plane condition, Plane target, int dx, int dy, int limit) {
      var best = of(condition, target, dx, dy);
      for (int down = dy - limit; down <= dy + limit; down++) {
        for (int right = dx - limit; right <= dx + limit; right++) {
          best = best.orBetter(of(condition, target, right, down));
        }
      }
      return best;
    }

    static Shift of(Plane condition, Plane target, int dx, int dy) {
      return new Shift(dx, dy, Correlation.of(condition, target, dx, dy));
    }

    Shift orBetter(Shift other) {
      return other.correlation > correlation ? other : this;
    }
  }
}
