package io.pix2pix.data.synthetic;

import com.google.common.collect.ImmutableList;
import java.util.random.RandomGenerator;

/**
 * The ground story: a shop, often with an awning, or windows, a door, and the cornice above them.
 */
final class GroundStoryLayout {
  private static final int DOOR_WIDTH = 6;

  private GroundStoryLayout() {}

  /** Draws a ground story. */
  static ImmutableList<Part> draw(Building building, RandomGenerator random) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    parts.addAll(random.nextInt(5) < 2 ? shop(building, random) : rooms(building, random));
    if (random.nextInt(4) > 0) {
      parts.add(
          Part.rectangle(
              Label.CORNICE, building.left(), building.groundStoryTop(), building.width(), 1));
    }
    return parts.build();
  }

  private static ImmutableList<Part> shop(Building building, RandomGenerator random) {
    int top = building.groundStoryTop() + 2;
    int height = building.street() - top;
    int width = building.width() - DOOR_WIDTH - 9;
    boolean doorOnLeft = random.nextBoolean();
    int doorLeft = doorOnLeft ? building.left() + 3 : building.right() - 3 - DOOR_WIDTH;
    int shopLeft = doorOnLeft ? building.right() - 3 - width : building.left() + 3;
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    parts.add(
        door(doorLeft, building, random), Part.rectangle(Label.SHOP, shopLeft, top, width, height));
    if (random.nextBoolean()) {
      parts.add(Part.rectangle(Label.AWNING, shopLeft, top + 2, width, 3));
    }
    return parts.build();
  }

  private static ImmutableList<Part> rooms(Building building, RandomGenerator random) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    int top = building.groundStoryTop() + 3;
    int height = building.groundStory() - 7;
    int doorColumn = random.nextInt(building.columns());
    for (int column = 0; column < building.columns(); column++) {
      double middle = building.middle(column);
      if (column == doorColumn) {
        parts.add(door(middle - DOOR_WIDTH / 2.0, building, random));
      } else {
        parts.add(Part.rectangle(Label.WINDOW, middle - 3, top, 6, height));
        parts.add(Part.rectangle(Label.SILL, middle - 4, top + height, 8, 1));
      }
    }
    return parts.build();
  }

  private static Part door(double left, Building building, RandomGenerator random) {
    int top = building.groundStoryTop() + 2;
    int height = building.street() - top;
    return random.nextBoolean()
        ? Part.rectangle(Label.DOOR, left, top, DOOR_WIDTH, height)
        : new Part(Label.DOOR, Outlines.arched(left, top, DOOR_WIDTH, height));
  }
}
