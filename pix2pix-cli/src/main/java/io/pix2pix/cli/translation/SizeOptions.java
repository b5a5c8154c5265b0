package io.pix2pix.cli.translation;

import com.google.common.primitives.Ints;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.translation.PictureSize;
import io.pix2pix.train.translation.TrainedRun;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The sizes at which pictures are translated. */
final class SizeOptions {
  private static final String OWN = "own";

  @Option(
      names = "--size",
      paramLabel = "N|own",
      converter = Edge.Converter.class,
      description =
          "resizes pictures to NxN pixels, or takes them as they are"
              + " (default: as in training: data.size of the run where it has one, else own)")
  private @Nullable Edge edge;

  @Option(names = "--restore-size", description = "resizes each result to the size of its input")
  private boolean restored;

  /**
   * The sizes for a run.
   *
   * @param tiled pictures are cut into tiles, at their own size unless another one is given
   */
  PictureSize of(TrainedRun run, boolean tiled) {
    if (tiled && restored) {
      throw new InvalidInputException(
          "--restore-size: results in tiles have the size of what is cut; leave it out");
    }
    boolean isKept = edge == null && !tiled && run.data().keepsSize();
    return new PictureSize(translated(run, tiled), restored || isKept);
  }

  private UnaryOperator<ImageShape> translated(TrainedRun run, boolean tiled) {
    var asked = edge;
    if (asked != null) {
      return asked::of;
    }
    return tiled ? UnaryOperator.identity() : run::trainedSize;
  }

  /** Whether somebody asked for a size. */
  boolean given() {
    return edge != null;
  }

  /** What was asked for, in words. */
  String words() {
    var asked = edge == null ? "as in training" : edge.pixels() == 0 ? OWN : edge.pixels() + "";
    return "size " + asked + (restored ? ", restored" : "");
  }

  /**
   * Height and width to resize to.
   *
   * @param pixels 0 for those that a picture has
   */
  record Edge(int pixels) {
    ImageShape of(ImageShape picture) {
      return pixels == 0 ? picture : picture.resized(pixels, pixels);
    }

    /** Reads it. */
    static final class Converter implements ITypeConverter<Edge> {
      @Override
      public Edge convert(String text) {
        var pixels = text.equals(OWN) ? Integer.valueOf(0) : Ints.tryParse(text);
        if (pixels == null || (pixels < 1 && !text.equals(OWN))) {
          throw new TypeConversionException(
              "\"" + text + "\" must be a number of pixels, such as 256, or own");
        }
        return new Edge(pixels);
      }
    }
  }
}
