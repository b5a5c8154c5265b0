package io.pix2pix.cli.data;

import io.pix2pix.cli.console.Console;
import io.pix2pix.data.prepare.Combination;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins two folders to A|B pairs. */
@Command(
    name = "combine",
    mixinStandardHelpOptions = true,
    description =
        "Joins the pictures of two folders to A|B pairs, side by side in one PNG file each. What"
            + " has the same name up to the extension belongs together; folders below stay.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix data combine labels photos pairs",
      "  pix2pix data combine edges/train photos/train pairs/train",
      "  pix2pix data combine city/label city/photo pairs --palette city/palette.csv",
      "",
      "Pictures without a partner, of other sizes than it, or of more than 8 bits are",
      "refused before anything is written. The same command does what is missing.",
      "Two folders can be trained on as they are, too: data: {name: folders}.",
    })
public final class CombineCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CONDITIONS", description = "pictures of the left half, A")
  private Path conditions = Path.of("");

  @Parameters(index = "1", paramLabel = "TARGETS", description = "pictures of the right half, B")
  private Path targets = Path.of("");

  @Parameters(index = "2", paramLabel = "OUT", description = "the folder of the pairs")
  private Path output = Path.of("");

  @Option(
      names = "--palette",
      paramLabel = "FILE",
      description = "gives maps of class indices the colors of this palette.csv")
  private @Nullable Path palette;

  @Option(names = "--again", description = "makes all pairs anew, also those that are there")
  private boolean again;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var combination = new Combination(conditions, targets, output, Optional.ofNullable(palette));
    return PreparationRun.of(
        Console.of(spec), combination, output, again, "combine", NextStep.afterPairs(output));
  }
}
