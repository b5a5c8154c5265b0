package io.pix2pix.data.photo;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;

/**
 * Draws the edges of photos: black lines on white, as {@link CannyEdges} finds them. The data set
 * {@link Edges} and those who prepare folders of drawings draw the same ones.
 *
 * @param sigma standard deviation of the filter before edges are looked for, in pixels
 * @param low gradients from here on continue an edge, in gray values of 255 by Sobel's kernels
 * @param high gradients from here on are edges
 */
public record EdgeDrawing(double sigma, double low, double high) {
  /** What {@code sigma} is where nobody says it. */
  public static final String SIGMA = "1.4";

  /** What {@code low} is where nobody says it. */
  public static final String LOW = "50";

  /** What {@code high} is where nobody says it. */
  public static final String HIGH = "100";

  /**
   * @throws IllegalArgumentException if {@code sigma} is below 0.1, or {@code low} is negative or
   *     above {@code high}
   */
  public EdgeDrawing {
    check(sigma, low, high);
  }

  static void check(double sigma, double low, double high) {
    checkArgument(sigma >= 0.1, "sigma must be at least 0.1, not %s", sigma);
    checkArgument(low >= 0 && low <= high, "low must be from 0 to high, %s, not %s", high, low);
  }

  /**
   * A drawing.
   *
   * @param photo {@code [h, w, c]}, in {@code [-1, 1]}
   * @return {@code [h, w, c]}, -1 for a line and 1 beside it
   */
  public Image of(Image photo) {
    return new CannyEdges(sigma, low, high).of(photo);
  }
}
