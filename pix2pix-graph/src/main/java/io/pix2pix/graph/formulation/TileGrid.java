package io.pix2pix.graph.formulation;

import java.util.stream.IntStream;

/**
 * Feature maps divided into squares; the last ones may reach over the border.
 *
 * @param side of a square
 * @param height of the maps
 * @param width of the maps
 */
record TileGrid(int side, int height, int width) {
  private int down() {
    return (height + side - 1) / side;
  }

  private int across() {
    return (width + side - 1) / side;
  }

  /** How many squares there are. */
  int tiles() {
    return down() * across();
  }

  /** Rows below the maps that squares cover. */
  int missingRows() {
    return down() * side - height;
  }

  /** Columns to the right of the maps that squares cover. */
  int missingColumns() {
    return across() * side - width;
  }

  /** The same squares on maps that they cover exactly. */
  TileGrid whole() {
    return new TileGrid(side, height + missingRows(), width + missingColumns());
  }

  /**
   * The pixels that a filter sees from each square; the last ones again where it would see more
   * than there are.
   *
   * @param seen height and width of what it sees from a square
   * @param more rows and columns of the image than of the maps
   * @return {@code [seen seen tiles]}, among the pixels of an image
   */
  int[] seen(int seen, int more) {
    int rows = height + more;
    int columns = width + more;
    return IntStream.range(0, seen * seen * tiles())
        .map(
            i -> {
              int tile = i % tiles();
              int pixel = i / tiles();
              int y = Math.min(rows - 1, tile / across() * side + pixel / seen);
              int x = Math.min(columns - 1, tile % across() * side + pixel % seen);
              return y * columns + x;
            })
        .toArray();
  }

  /** Of each pixel of the maps, in which square it lies: {@code [height width]}. */
  int[] tileOfEach() {
    return IntStream.range(0, height * width)
        .map(i -> i / width / side * across() + i % width / side)
        .toArray();
  }

  /** Of each pixel of the maps, where it lies in its square: {@code [height width]}. */
  int[] placeOfEach() {
    return IntStream.range(0, height * width)
        .map(i -> i / width % side * side + i % width % side)
        .toArray();
  }
}
