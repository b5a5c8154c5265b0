package io.pix2pix.cli.translation;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.train.description.GeneratorReach;
import io.pix2pix.train.translation.Tiling;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how pictures are cut into tiles. */
final class TileOptions {
  @Option(
      names = "--tiles",
      paramLabel = "N",
      description =
          "translates pictures of any size in tiles of NxN pixels, which are blended where they"
              + " overlap; memory stays bounded. Pictures keep their size")
  private @Nullable Integer size;

  @Option(
      names = "--overlap",
      paramLabel = "N",
      description =
          "pixels that neighboring tiles have in common (default: what the generator sees around"
              + " a pixel, if that is at most half a tile, else about an eighth of a tile)")
  private @Nullable Integer overlap;

  boolean given() {
    return size != null;
  }

  /**
   * The tiles for a generator, if any are wanted.
   *
   * @throws InvalidInputException if it takes no such tiles, or there is an overlap without tiles
   */
  Optional<Tiling> of(TrainedGenerator generator) {
    if (size == null) {
      if (overlap != null) {
        throw new InvalidInputException(
            "--overlap: is of tiles; give --tiles too, or leave it out");
      }
      return Optional.empty();
    }
    var network = generator.run().network();
    var wanted = overlap == null ? OptionalInt.empty() : OptionalInt.of(overlap);
    Tiling.requireSize(network.generator(), size);
    var reach = GeneratorReach.of(network, generator.phase(), size);
    return Optional.of(Tiling.of(network.generator(), reach, size, wanted));
  }
}
