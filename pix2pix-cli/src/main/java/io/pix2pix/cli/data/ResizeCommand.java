package io.pix2pix.cli.data;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.cli.console.Console;
import io.pix2pix.data.prepare.Resizing;
import io.pix2pix.data.prepare.TargetSize;
import io.pix2pix.data.resize.Resampling;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Resizes the pictures of a folder. */
@Command(
    name = "resize",
    mixinStandardHelpOptions = true,
    description =
        "Resizes the pictures of a folder and all that are in it. Results are PNG files with the"
            + " channels and the depth of their inputs; label maps keep their numbers.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix data resize photos photos-256 --size 256",
      "  pix2pix data resize city city-512 --shorter 512 --labels label",
      "  pix2pix data resize pairs pairs-256 --pairs --size 256 --labels left",
      "",
      "--size changes the ratio of height and width where it must; --shorter keeps it.",
      "The same command does what is missing.",
    })
public final class ResizeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "a folder of pictures")
  private Path input = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "the folder of the results")
  private Path output = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "256 for height and width, or 256x192 for width by height")
  private @Nullable String size;

  @Option(
      names = "--shorter",
      paramLabel = "PIXELS",
      description = "of the shorter side; the other one follows")
  private @Nullable Integer shorter;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "BICUBIC",
      description =
          "how pixels are mixed: ${COMPLETION-CANDIDATES}; anti-aliased where pictures shrink"
              + " (default: ${DEFAULT-VALUE})")
  private Resampling method = Resampling.BICUBIC;

  @Option(
      names = "--labels",
      paramLabel = "NAME",
      split = ",",
      description =
          "a folder with label maps, whose pixels are not mixed; with --pairs: left or right; can"
              + " be given several times")
  private List<String> labels = List.of();

  @Option(
      names = "--pairs",
      description = "pictures are A|B pairs: each half gets the size, by itself")
  private boolean pairs;

  @Option(names = "--again", description = "makes all pictures anew, also those that are there")
  private boolean again;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var resizing =
        new Resizing(input, output, target(), method, ImmutableSet.copyOf(labels), pairs);
    return PreparationRun.of(
        Console.of(spec),
        resizing,
        output,
        again,
        "resize",
        pairs ? NextStep.afterPairs(output) : "pix2pix data check " + output);
  }

  private TargetSize target() {
    if ((size == null) == (shorter == null)) {
      throw new InvalidInputException(
          "resize: the size is not clear; give --size 256, or --shorter 256");
    }
    return size == null
        ? TargetSize.shorter(shorter == null ? 0 : shorter)
        : TargetSize.parse(size);
  }
}
