package io.pix2pix.data.synthetic;

import java.util.random.RandomGenerator;

/**
 * The measures of a building, in 64ths of the side of the picture.
 *
 * @param left where its wall begins
 * @param width of its wall
 * @param street where its wall ends below
 * @param groundStory height of the ground story
 * @param storys number of the storys above
 * @param story height of each
 * @param columns number of windows side by side
 * @param pitch from one window to the next
 */
record Building(
    int left,
    int width,
    int street,
    int groundStory,
    int storys,
    int story,
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
    int storys = random.nextInt(2, 5);
    int story =
        switch (storys) {
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
        storys,
        story,
        columns,
        pitch);
  }

  /** Where the wall ends above. */
  int top() {
    return groundStoryTop() - storys * story;
  }

  /** Where the ground story ends above. */
  int groundStoryTop() {
    return street - groundStory;
  }

  /** Where a story above the ground story ends above; 0 is the highest. */
  int storyTop(int number) {
    return top() + number * story;
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
