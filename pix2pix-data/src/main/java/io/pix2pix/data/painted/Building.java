package io.pix2pix.data.painted;

import java.util.random.RandomGenerator;

/**
 * The measures of a building, in 64ths of the side of the picture.
 *
 * @param left where its wall begins
 * @param width of its wall
 * @param street where its wall ends below
 * @param groundStorey height of the ground storey
 * @param storeys number of the storeys above
 * @param storey height of each
 * @param columns number of windows side by side
 * @param pitch from one window to the next
 */
record Building(
    int left,
    int width,
    int street,
    int groundStorey,
    int storeys,
    int storey,
    int columns,
    int pitch) {
  private static final int SIDE = 64;

  /** Draws the measures of a building. */
  static Building draw(RandomGenerator random) {
    int left = random.nextBoolean() ? 0 : random.nextInt(3, 10);
    int right = random.nextBoolean() ? 0 : random.nextInt(3, 10);
    int width = SIDE - left - right;
    int pitch = random.nextInt(9, 15);
    int columns = (width - 3) / pitch;
    int storeys = random.nextInt(2, 5);
    int storey =
        switch (storeys) {
          case 2 -> random.nextInt(12, 15);
          case 3 -> random.nextInt(9, 12);
          default -> 8;
        };
    // Equal margins on both sides, of whole units, keep edges crisp in small pictures.
    int even = width - (width - columns * pitch) % 2;
    return new Building(
        left,
        even,
        SIDE - random.nextInt(4, 7),
        random.nextInt(13, 15),
        storeys,
        storey,
        columns,
        pitch);
  }

  /** Where the wall ends above. */
  int top() {
    return groundStoreyTop() - storeys * storey;
  }

  /** Where the ground storey ends above. */
  int groundStoreyTop() {
    return street - groundStorey;
  }

  /** Where a storey above the ground storey ends above; 0 is the highest. */
  int storeyTop(int number) {
    return top() + number * storey;
  }

  /** The middle of a column of windows. */
  double middle(int column) {
    return left + (width - columns * pitch) / 2 + (column + 0.5) * pitch;
  }

  /** Where the wall ends on the right. */
  int right() {
    return left + width;
  }
}
