package io.pix2pix.data.synthetic;

import com.google.common.collect.ImmutableList;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What grows in front of a building. */
final class PlantLayout {
  private PlantLayout() {}

  /** Draws plants; often there are none. */
  static ImmutableList<Part> draw(Building building, RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> ImmutableList.of(tree(building, random));
      case 1 -> bushes(building, random);
      case 2 -> ImmutableList.of(ivy(building, random));
      default -> ImmutableList.of();
    };
  }

  private static Part tree(Building building, RandomGenerator random) {
    double x = random.nextBoolean() ? random.nextInt(4, 12) : random.nextInt(53, 61);
    double height = random.nextInt(16, 28);
    double foot = building.street() + 2;
    double radius = height * random.nextDouble(0.28, 0.36);
    double crown = foot - height + radius;
    return new Part(
        Label.PLANT,
        Outlines.union(
            List.of(
                new Rectangle2D.Double(x - 0.75, crown, 1.5, foot - crown),
                Outlines.ellipse(x, crown, radius, radius * 1.1),
                Outlines.ellipse(
                    x - radius * 0.5, crown + radius * 0.5, radius * 0.7, radius * 0.6),
                Outlines.ellipse(
                    x + radius * 0.5, crown + radius * 0.4, radius * 0.75, radius * 0.65))));
  }

  private static ImmutableList<Part> bushes(Building building, RandomGenerator random) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (int i = random.nextInt(2, 5); i > 0; i--) {
      double x = random.nextInt(building.left(), building.right());
      double radius = random.nextDouble(2, 3.5);
      parts.add(
          new Part(Label.PLANT, Outlines.ellipse(x, building.street(), radius, radius * 0.9)));
    }
    return parts.build();
  }

  private static Part ivy(Building building, RandomGenerator random) {
    boolean left = random.nextBoolean();
    double edge = left ? building.left() : building.right();
    double inwards = left ? 1 : -1;
    double height = random.nextDouble(0.4, 0.9) * (building.street() - building.top());
    List<Shape> leaves = new ArrayList<>();
    for (double up = 0; up < height; up += 1.5) {
      double width = 5 * (1 - up / height) + 1;
      double x = edge + inwards * (width * random.nextDouble(0.3, 0.7));
      leaves.add(Outlines.ellipse(x, building.street() - up, width * 0.7, 1.8));
    }
    return new Part(Label.PLANT, Outlines.union(leaves));
  }
}
