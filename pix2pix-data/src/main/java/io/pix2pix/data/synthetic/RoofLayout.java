package io.pix2pix.data.synthetic;

import com.google.common.collect.ImmutableList;
import java.util.random.RandomGenerator;

/** Chimneys, the roof, the wall below it, and what is built into the roof. */
final class RoofLayout {
  private static final double LEAST_SKY = 3;
  private static final double FLAT = 3;

  private RoofLayout() {}

  /** Draws the roof and the bare wall of a building. */
  static ImmutableList<Part> draw(Building building, Style style, RandomGenerator random) {
    int kind = random.nextInt(4);
    double room = building.top() - LEAST_SKY;
    double height = kind == 0 ? FLAT : Math.min(room, random.nextInt(6, kind == 3 ? 10 : 14));
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    if (random.nextInt(4) > 0) {
      parts.addAll(chimneys(building, height, random));
    }
    parts.addAll(
        switch (kind) {
          case 0 -> flat(building, style);
          case 1 ->
              tapered(building, height, building.width() * random.nextDouble(0.3, 0.5), style);
          case 2 -> tapered(building, height, random.nextInt(4, 12), style);
          default -> mansard(building, height, style);
        });
    parts.add(
        Part.rectangle(
            Label.CORNICE, building.left() - 1, building.top() - 1, building.width() + 2, 2));
    return parts.build();
  }

  private static ImmutableList<Part> chimneys(
      Building building, double roof, RandomGenerator random) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      int x = building.left() + random.nextInt(building.width() / 4, building.width() * 3 / 4 - 3);
      double top = Math.max(0.5, building.top() - roof - 3);
      parts.add(Part.rectangle(Label.CHIMNEY, x, top, 3, building.top() - top));
    }
    return parts.build();
  }

  private static ImmutableList<Part> flat(Building building, Style style) {
    return ImmutableList.of(
        Part.rectangle(
            style.roofing().label(),
            building.left() + 1,
            building.top() - FLAT,
            building.width() - 2,
            FLAT),
        wall(building, style));
  }

  private static ImmutableList<Part> tapered(
      Building building, double height, double inset, Style style) {
    return ImmutableList.of(roof(building, height, inset, style), wall(building, style));
  }

  private static ImmutableList<Part> mansard(Building building, double height, Style style) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    parts.add(roof(building, height, 2, style), wall(building, style));
    if (height >= 6) {
      double top = building.top() - height + 2;
      for (int column = 0; column < building.columns(); column++) {
        double x = building.middle(column) - 2;
        parts.add(Part.rectangle(Label.WINDOW, x, top, 4, height - 3));
        parts.add(Part.rectangle(Label.CORNICE, x - 1, top - 1, 6, 1));
      }
    }
    return parts.build();
  }

  private static Part roof(Building building, double height, double inset, Style style) {
    double top = building.top() - height;
    return new Part(
        style.roofing().label(),
        Outlines.tapered(building.left() - 1, top, building.width() + 2, height, inset));
  }

  private static Part wall(Building building, Style style) {
    return Part.rectangle(
        style.masonry().label(),
        building.left(),
        building.top(),
        building.width(),
        building.street() - building.top());
  }
}
