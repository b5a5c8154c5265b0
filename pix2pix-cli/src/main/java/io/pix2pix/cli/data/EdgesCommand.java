package io.pix2pix.cli.data;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.cli.console.Console;
import io.pix2pix.data.photo.EdgeDrawing;
import io.pix2pix.data.prepare.EdgeMaps;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the edges of photos. */
@Command(
    name = "edges",
    mixinStandardHelpOptions = true,
    description =
        "Draws the edges of the photos of a folder and all that are in it, as Canny finds them:"
            + " black lines on white, as PNG files.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix data edges photos drawings",
      "  pix2pix data edges shoes/train pairs/train --pairs       edges | photo",
      "  pix2pix data edges photos drawings --sigma 2 --high 150  fewer lines",
      "",
      "The paper's edges are of another kind (HED, a network). A generator wants at use",
      "the edges that it was trained on. The same command does what is missing.",
    })
public final class EdgesCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PHOTOS", description = "a folder of photos")
  private Path photos = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "the folder of the drawings")
  private Path output = Path.of("");

  @Option(names = "--pairs", description = "writes A|B pairs: the edges, and the photo beside them")
  private boolean pairs;

  @Option(
      names = "--sigma",
      paramLabel = "PIXELS",
      defaultValue = EdgeDrawing.SIGMA,
      description =
          "blurs the photo so much before: more gives fewer lines (default: ${DEFAULT-VALUE})")
  private double sigma;

  @Option(
      names = "--low",
      paramLabel = "N",
      defaultValue = EdgeDrawing.LOW,
      description = "gradients from here on continue a line (default: ${DEFAULT-VALUE})")
  private double low;

  @Option(
      names = "--high",
      paramLabel = "N",
      defaultValue = EdgeDrawing.HIGH,
      description = "gradients from here on begin a line (default: ${DEFAULT-VALUE})")
  private double high;

  @Option(names = "--again", description = "makes all pictures anew, also those that are there")
  private boolean again;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var maps = new EdgeMaps(photos, output, drawing(), pairs);
    var next =
        pairs
            ? NextStep.afterPairs(output)
            : "pix2pix data combine %s %s PAIRS".formatted(output, photos);
    return PreparationRun.of(Console.of(spec), maps, output, again, "edges", next);
  }

  private EdgeDrawing drawing() {
    try {
      return new EdgeDrawing(sigma, low, high);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("edges: " + e.getMessage(), e);
    }
  }
}
