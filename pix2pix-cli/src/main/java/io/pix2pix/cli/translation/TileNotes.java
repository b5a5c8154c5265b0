package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.train.description.GeneratorReach;
import io.pix2pix.train.translation.Tiling;

/** What there is to say of tiles before pictures are cut into them. */
final class TileNotes {
  private TileNotes() {}

  static ImmutableList<String> of(Tiling tiling, TrainedGenerator generator) {
    var lines = ImmutableList.<String>builder();
    lines.add(
        "Tiles of %1$dx%1$d pixels overlap by %2$d; of a picture, a pixel of the result sees %3$dx%3$d"
            .formatted(tiling.size(), tiling.overlap(), tiling.reach().receptiveField()));
    if (tiling.reach().usesImageStatistics()) {
      lines.add(
          "Each tile is normalized by its own statistics, where a whole picture would be by its: colors and contrast can drift from tile to tile"
              + remedy(tiling, generator));
    } else if (!tiling.isExact()) {
      lines.add("The overlap is smaller than what a pixel sees: tiles can differ where they meet");
    }
    if (generator.noise()) {
      lines.add("All tiles get the same noise; --noise off leaves it out");
    }
    return lines.build();
  }

  private static String remedy(Tiling tiling, TrainedGenerator generator) {
    var running = Phase.translation(Statistics.RUNNING, generator.noise());
    boolean helps =
        !GeneratorReach.of(generator.run().network(), running, tiling.size()).usesImageStatistics();
    return helps
        ? "; --statistics running takes those of the training, the same for all tiles"
        : "; this generator's normalization has no other statistics";
  }
}
