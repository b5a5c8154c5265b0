package io.pix2pix.api.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A convolution or a transposed convolution by its definition: the products of a pixel of the image
 * and a number of the kernel that it sums up, each with the pixel of the result that it belongs to.
 * Gradients sum the same products over another of the three.
 *
 * @param image numbers of the image, {@code n h w in}
 * @param kernel numbers of the kernel
 * @param result numbers of the result, {@code n h' w' out}
 * @param terms places in image, kernel and result
 */
record PlainProducts(int image, int kernel, int result, List<int[]> terms) {

  /** The kernel lies as height, width, in, out. */
  static PlainProducts of(Convolution convolution, int n, int height, int width, int in) {
    int out = convolution.filters();
    int down = convolution.shrunk(height);
    int across = convolution.shrunk(width);
    var terms = new ArrayList<int[]>();
    for (var at : new Positions(n, down, across, convolution.kernel())) {
      int row = at.row() * convolution.stride() + at.kernelRow() - convolution.padding();
      int column = at.column() * convolution.stride() + at.kernelColumn() - convolution.padding();
      row = inImage(convolution.border(), row, height);
      column = inImage(convolution.border(), column, width);
      if (row >= 0 && row < height && column >= 0 && column < width) {
        int pixel = (at.example() * height + row) * width + column;
        for (int i = 0; i < in * out; i++) {
          int x = pixel * in + i / out;
          terms.add(new int[] {x, at.kernelPlace() * in * out + i, at.place() * out + i % out});
        }
      }
    }
    int edge = convolution.kernel();
    return new PlainProducts(
        n * height * width * in, edge * edge * in * out, n * down * across * out, terms);
  }

  /** The kernel lies as height, width, out, in. */
  static PlainProducts of(TransposedConvolution convolution, int n, int height, int width, int in) {
    int out = convolution.filters();
    int down = convolution.enlarged(height);
    int across = convolution.enlarged(width);
    var terms = new ArrayList<int[]>();
    for (var at : new Positions(n, height, width, convolution.kernel())) {
      int row = at.row() * convolution.stride() + at.kernelRow() - convolution.padding();
      int column = at.column() * convolution.stride() + at.kernelColumn() - convolution.padding();
      if (row >= 0 && row < down && column >= 0 && column < across) {
        int pixel = (at.example() * down + row) * across + column;
        for (int i = 0; i < in * out; i++) {
          int y = pixel * out + i / in;
          terms.add(new int[] {at.place() * in + i % in, at.kernelPlace() * in * out + i, y});
        }
      }
    }
    int edge = convolution.kernel();
    return new PlainProducts(
        n * height * width * in, edge * edge * in * out, n * down * across * out, terms);
  }

  private static int inImage(Border border, int place, int size) {
    boolean inside = place >= 0 && place < size;
    return switch (border) {
      case ZEROS -> place;
      case REFLECTION -> inside ? place : place < 0 ? -place : 2 * (size - 1) - place;
      case SYMMETRIC -> inside ? place : place < 0 ? -1 - place : 2 * size - 1 - place;
    };
  }

  float[] results(float[] images, float[] kernels) {
    var sums = new float[result];
    terms.forEach(at -> sums[at[2]] += images[at[0]] * kernels[at[1]]);
    return sums;
  }

  float[] imageGradients(float[] results, float[] kernels) {
    var sums = new float[image];
    terms.forEach(at -> sums[at[0]] += results[at[2]] * kernels[at[1]]);
    return sums;
  }

  float[] kernelGradients(float[] images, float[] results) {
    var sums = new float[kernel];
    terms.forEach(at -> sums[at[1]] += images[at[0]] * results[at[2]]);
    return sums;
  }
}
