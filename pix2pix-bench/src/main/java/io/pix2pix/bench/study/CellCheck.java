package io.pix2pix.bench.study;

import io.pix2pix.api.InvalidInputException;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.translation.GeneratorSizes;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds cells that could not be trained, before any is. */
final class CellCheck {
  private CellCheck() {}

  /**
   * Builds the graph of every kind of cell.
   *
   * @param data the folder with the data; without it, sizes follow from the augmentation
   * @throws InvalidInputException if the networks of a cell cannot be built or cannot take its
   *     images
   */
  static void all(StudyPlan plan, Optional<Path> data) {
    var seen = new HashSet<NetworkKind>();
    for (var cell : plan.cells()) {
      try {
        check(cell, data, seen);
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new InvalidInputException(
            plan.name() + ": cell " + cell.title() + ": " + e.getMessage(), e);
      }
    }
  }

  private static void check(Cell cell, Optional<Path> data, Set<NetworkKind> seen) {
    var shape = TrainingShape.of(cell.experiment(), data);
    var kind = NetworkKind.of(cell.experiment(), shape);
    if (seen.add(kind)) {
      var where = "cell " + cell.title() + ": training images";
      GeneratorSizes.check(cell.experiment().generator(), shape.condition(), where);
      TrainingGraph.check(kind.experiment(), shape);
    }
  }
}
