package io.pix2pix.studio;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DrawnCondition;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.TrainedRun;

/**
 * What is drawn for a run, and with what.
 *
 * @param width of the drawing, in pixels
 * @param height of the drawing, in pixels
 * @param kind of the drawing: a {@link SketchKind}
 * @param tools for it: each a {@link Tool}
 * @param palette the classes of label maps; empty for all else
 * @param colors of an empty drawing, and what is drawn on it at first
 * @param hole share of height and of width of the rectangle in its middle, where it has one
 */
record Sketch(
    int width,
    int height,
    String kind,
    ImmutableList<String> tools,
    ImmutableList<NamedColor> palette,
    SketchColors colors,
    double hole) {
  private static final int LARGEST = 1024;

  /** As the data of the run says, and as its examples look. */
  static Sketch of(TrainedRun run, Examples examples) {
    var size = size(run);
    var drawn = run.data().drawnCondition();
    var palette = examples.palette();
    if (palette.isPresent()) {
      var colors = SketchColors.ofClasses(palette.get(), examples.some());
      return of(size, SketchKind.LABELS, NamedColor.all(palette.get()), colors, drawn);
    }
    var lines = SketchColors.ofLines(examples.some());
    var kind = lines.isPresent() ? SketchKind.LINES : SketchKind.of(drawn.kind());
    var colors = lines.orElse(kind == SketchKind.LINES ? SketchColors.PAPER : SketchColors.PHOTO);
    return of(size, kind, ImmutableList.of(), colors, drawn);
  }

  private static Sketch of(
      ImageShape size,
      SketchKind kind,
      ImmutableList<NamedColor> palette,
      SketchColors colors,
      DrawnCondition drawn) {
    var tools = kind.tools().stream().map(Tool::word).collect(toImmutableList());
    return new Sketch(
        size.width(), size.height(), kind.word(), tools, palette, colors, drawn.hole());
  }

  /** That of the training, as far as a page can show it. */
  private static ImageShape size(TrainedRun run) {
    var trained = run.provenance().data().shape().condition();
    var bounded =
        trained.resized(Math.min(LARGEST, trained.height()), Math.min(LARGEST, trained.width()));
    return GeneratorSizes.nearest(run.network().generator(), bounded);
  }
}
