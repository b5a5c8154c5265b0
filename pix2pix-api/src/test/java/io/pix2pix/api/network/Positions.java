package io.pix2pix.api.network;

import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Every place of a square kernel at every place of feature maps.
 *
 * @param n feature maps
 * @param edge of the kernel
 */
record Positions(int n, int height, int width, int edge) implements Iterable<Positions.Position> {

  @Override
  public Iterator<Position> iterator() {
    return IntStream.range(0, n * height * width * edge * edge).mapToObj(this::position).iterator();
  }

  private Position position(int number) {
    int kernelPlace = number % (edge * edge);
    int place = number / (edge * edge);
    return new Position(
        place,
        place / (height * width),
        place / width % height,
        place % width,
        kernelPlace,
        kernelPlace / edge,
        kernelPlace % edge);
  }

  /**
   * One of them.
   *
   * @param place number of the pixel, over all maps
   * @param kernelPlace number of the kernel's pixel
   */
  record Position(
      int place,
      int example,
      int row,
      int column,
      int kernelPlace,
      int kernelRow,
      int kernelColumn) {}
}
