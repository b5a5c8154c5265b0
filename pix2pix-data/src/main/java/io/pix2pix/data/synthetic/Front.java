package io.pix2pix.data.synthetic;

import com.google.common.collect.ImmutableList;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * A building as seen from the street.
 *
 * @param style of the whole
 * @param parts what is seen, from back to front: later parts hide earlier ones
 */
record Front(Style style, ImmutableList<Part> parts) {

  /** Draws a building. */
  static Front draw(RandomGenerator random) {
    Style style = Style.draw(random);
    Building building = Building.draw(random);
    return new Front(
        style,
        ImmutableList.<Part>builder()
            .add(Part.rectangle(style.mood().label(), 0, 0, 64, 64))
            .add(Part.rectangle(Label.GROUND, 0, building.street(), 64, 64 - building.street()))
            .addAll(RoofLayout.draw(building, style, random))
            .addAll(StoryLayout.draw(building, random))
            .addAll(GroundStoryLayout.draw(building, random))
            .addAll(PlantLayout.draw(building, random))
            .build());
  }

  /** Its map of labels: each pixel has the color of the label seen there. */
  BufferedImage labels(int size) {
    var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    try (var brush = Brush.hard(picture)) {
      parts.forEach(part -> brush.fill(part.outline(), part.label().color()));
    }
    return picture;
  }
}
