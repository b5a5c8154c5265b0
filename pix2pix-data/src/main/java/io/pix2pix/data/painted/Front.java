package io.pix2pix.data.painted;

import com.google.common.collect.ImmutableList;
import java.util.random.RandomGenerator;

/**
 * A building as seen from the street.
 *
 * @param parts what is seen, from back to front: later parts hide earlier ones
 */
record Front(ImmutableList<Part> parts) {

  /** Draws a building. */
  static Front draw(RandomGenerator random) {
    Building building = Building.draw(random);
    return new Front(
        ImmutableList.<Part>builder()
            .add(Part.rectangle(Label.SKY, 0, 0, 64, 64))
            .add(Part.rectangle(Label.GROUND, 0, building.street(), 64, 64 - building.street()))
            .addAll(RoofLayout.draw(building, random))
            .addAll(StoreyLayout.draw(building, random))
            .addAll(GroundStoreyLayout.draw(building, random))
            .addAll(PlantLayout.draw(building, random))
            .build());
  }
}
