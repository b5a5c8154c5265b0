package io.pix2pix.graph.formulation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.convolution.MatrixLibrary;

/**
 * What goes into the products of a convolution that is computed tile by tile, and what becomes of
 * them. The convolution has no stride and no padding. Below, {@code r} is the number of the
 * filter's taps, {@code t} that of its points.
 *
 * @param filter in each direction
 * @param grid of the feature maps
 * @param images finds pixels of all images
 */
record Tiles(MinimalFilter filter, TileGrid grid, ImageRows images) {
  private GraphWriter to() {
    return images.to();
  }

  /**
   * @param image {@code [n, h + r - 1, w + r - 1, c]}, for maps of h rows and w columns
   * @return {@code [t t, n tiles, c]}
   */
  String ofImage(String image, int channels) {
    return evaluated(filter.ofImage(), seen(grid, image, filter.taps() - 1, channels), channels);
  }

  private String seen(TileGrid grid, String image, int more, int channels) {
    int side = grid.side() + more;
    int pixels = (grid.height() + more) * (grid.width() + more);
    var rows = images.byKind(grid.seen(side, more), side * side, pixels);
    return to().gather(to().reshape(image, -1, channels), rows);
  }

  /**
   * @param kernel {@code [r r, c o]}
   * @return {@code [t t, c, o]}
   */
  String ofKernel(String kernel, int in, int out) {
    var matrix = filter.ofTaps();
    return to().reshape(product(matrix, kernel), matrix.rows(), in, out);
  }

  /**
   * The gradient of {@link #ofKernel}.
   *
   * @param products {@code [t t, c, o]}
   * @return {@code [r r, c o]}
   */
  String toKernel(String products) {
    var matrix = filter.ofTaps().transposed();
    return product(matrix, to().reshape(products, matrix.columns(), -1));
  }

  /**
   * @param products {@code [t t, n tiles, o]}
   * @return {@code [n, h, w, o]}
   */
  String toMaps(String products, int channels) {
    var matrix = filter.ofProducts();
    var pixels = product(matrix, to().reshape(products, matrix.columns(), -1));
    var rows = images.byImage(grid.placeOfEach(), grid.tileOfEach(), grid.tiles());
    var maps = to().gather(to().reshape(pixels, -1, channels), rows);
    return to().reshape(maps, -1, grid.height(), grid.width(), channels);
  }

  /**
   * The gradient of {@link #toMaps}.
   *
   * @param maps {@code [n, h, w, o]}
   * @return {@code [t t, n tiles, o]}
   */
  String ofMaps(String maps, int channels) {
    var whole = to().pad(maps, 0, grid.missingRows(), 0, grid.missingColumns());
    var pixels = seen(grid.whole(), whole, 0, channels);
    return evaluated(filter.ofProducts().transposed(), pixels, channels);
  }

  private String evaluated(Matrix matrix, String pixels, int channels) {
    var values = product(matrix, to().reshape(pixels, matrix.columns(), -1));
    return to().reshape(values, matrix.rows(), -1, channels);
  }

  private String product(Matrix matrix, String x) {
    var left = matrix.constant(to());
    return to().product(MatrixLibrary.PLAIN, left, false, x, false, ImmutableList.of());
  }
}
