package io.pix2pix.data.synthetic;

import com.google.common.collect.ImmutableList;
import java.awt.Shape;
import java.util.random.RandomGenerator;

/**
 * The windows of the storys above the ground story, all of one kind, with what belongs to them.
 *
 * @param width of a window
 * @param height of a window
 * @param arched whether windows have round tops
 * @param shutters whether they stand beside windows
 * @param boxes whether plants grow at windows
 * @param balconies where they are
 */
record StoryLayout(
    int width, int height, boolean arched, boolean shutters, boolean boxes, Balconies balconies) {
  private static final int LEAST_ARCH = 5;

  /** Which windows have a balcony. */
  private enum Balconies {
    NONE,
    MIDDLE,
    LOWEST,
    EVERY;

    private static Balconies draw(RandomGenerator random) {
      return values()[random.nextInt(values().length)];
    }
  }

  /** Draws windows. */
  static ImmutableList<Part> draw(Building building, RandomGenerator random) {
    int width = Math.min(7, building.pitch() - random.nextInt(4, 7));
    // A width of the pitch's parity puts both edges on whole units.
    width = Math.max(4, width - (building.pitch() - width) % 2);
    var layout =
        new StoryLayout(
            width,
            building.story() - random.nextInt(3, 5),
            random.nextInt(3) == 0 && width >= LEAST_ARCH,
            building.pitch() - width >= 5 && random.nextInt(5) < 3,
            random.nextInt(4) == 0,
            Balconies.draw(random));
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (int story = 0; story < building.storys(); story++) {
      for (int column = 0; column < building.columns(); column++) {
        boolean balcony = layout.hasBalcony(building, story, column);
        parts.addAll(layout.window(building.middle(column), building.storyTop(story) + 2, balcony));
      }
    }
    return parts.build();
  }

  private boolean hasBalcony(Building building, int story, int column) {
    boolean lowest = story == building.storys() - 1;
    boolean middle = Math.abs(2 * column - building.columns() + 1) < 2;
    return switch (balconies) {
      case NONE -> false;
      case MIDDLE -> middle && story > 0;
      case LOWEST -> lowest;
      case EVERY -> story > 0 && column % 2 == 0;
    };
  }

  private ImmutableList<Part> window(double middle, double top, boolean balcony) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    double left = middle - width / 2.0;
    double bottom = top + height;
    parts.add(new Part(Label.WINDOW, outline(left, top)));
    if (shutters) {
      parts.add(Part.rectangle(Label.SHUTTER, left - 2, top, 2, height));
      parts.add(Part.rectangle(Label.SHUTTER, left + width, top, 2, height));
    }
    if (balcony) {
      parts.add(Part.rectangle(Label.BALCONY, left - 2, bottom - 3, width + 4, 4));
      return parts.build();
    }
    parts.add(Part.rectangle(Label.SILL, left - 1, bottom, width + 2, 1));
    if (boxes) {
      parts.add(Part.rectangle(Label.PLANT, left, bottom - 1.5, width, 2));
    }
    return parts.build();
  }

  private Shape outline(double left, double top) {
    return arched
        ? Outlines.arched(left, top, width, height)
        : Part.rectangle(Label.WINDOW, left, top, width, height).outline();
  }
}
