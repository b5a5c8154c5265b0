package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.api.metric.EvaluationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The classes of a data set's label maps.
 *
 * @param palette their colors
 * @param indices what each class of the palette counts as: the position among those that are
 *     scored, or {@link ConfusionMatrix#IGNORED}
 */
record Labels(Palette palette, ImmutableList<Integer> indices) {
  /** The value of the setting {@code palette} that stands for the data set's own. */
  static final String OWN = "data";

  /**
   * The classes of the images that are to be measured.
   *
   * @param metric its name, for messages
   * @param file a palette file, or {@link #OWN}
   * @param ignored names of classes that are not scored
   * @throws InvalidInputException if there is no palette, or no class is left
   */
  static Labels of(String metric, String file, List<String> ignored, EvaluationContext context) {
    var palette = file.equals(OWN) ? own(metric, context) : Palette.read(Path.of(file));
    var indices = ImmutableList.<Integer>builder();
    int scored = 0;
    for (var entry : palette.entries()) {
      indices.add(ignored.contains(entry.name()) ? ConfusionMatrix.IGNORED : scored++);
    }
    if (scored == 0) {
      throw new InvalidInputException(
          metric + ": ignore leaves none of the palette's classes; leave at least one");
    }
    return new Labels(palette, indices.build());
  }

  private static Palette own(String metric, EvaluationContext context) {
    return context
        .data()
        .palette()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    metric
                        + ": wants label maps, and the data folder has no palette.csv that names"
                        + " their classes; add one (a line index,class,red,green,blue and one for"
                        + " each class), set palette to such a file, or leave the metric out"));
  }

  /** How many classes are scored. */
  int scored() {
    return (int) indices.stream().filter(index -> index != ConfusionMatrix.IGNORED).count();
  }

  /**
   * The scored class of each pixel of a label map, or {@link ConfusionMatrix#IGNORED}; that is also
   * what a pixel is whose index was 255.
   *
   * @param map of 1 or 3 channels, in {@code [-1, 1]}
   * @return {@code [h, w]} row by row
   */
  int[] read(Image map) {
    var image = map.toColors();
    var classes = palette.nearest(image);
    for (int i = 0; i < classes.length; i++) {
      int rgb = Pixels.rgb(image, i / image.width(), i % image.width());
      classes[i] = palette.isVoid(rgb) ? ConfusionMatrix.IGNORED : indices.get(classes[i]);
    }
    return classes;
  }

  /**
   * As {@link #read(Image)}, where pixels that the mask hides are {@link ConfusionMatrix#IGNORED}.
   *
   * @param mask {@code [h, w, 1]}, if there is one
   */
  int[] read(Image image, Optional<Image> mask) {
    var classes = read(image);
    if (mask.isPresent()) {
      float[] counts = mask.get().toArray();
      for (int i = 0; i < classes.length; i++) {
        classes[i] = counts[i] > 0 ? classes[i] : ConfusionMatrix.IGNORED;
      }
    }
    return classes;
  }

  /**
   * The scored class of each pixel of an image that was generated: never one that is not scored.
   *
   * @param image of 1 or 3 channels, in {@code [-1, 1]}
   */
  int[] guess(Image image) {
    var scored = ImmutableList.<Palette.Entry>builder();
    for (int i = 0; i < indices.size(); i++) {
      if (indices.get(i) != ConfusionMatrix.IGNORED) {
        scored.add(palette.entries().get(i));
      }
    }
    return new Palette(scored.build()).nearest(image.toColors());
  }

  /**
   * Refuses pairs whose label maps are on the other side: values would mean nothing.
   *
   * @param metric its name
   * @param inCondition whether the labels should be the condition, rather than the target
   * @param other a metric that would be right then
   */
  void requireSide(String metric, boolean inCondition, String other, EvaluationContext context) {
    var pair = context.shown(0);
    if (distance(pair, inCondition) > distance(pair, !inCondition)) {
      throw new InvalidInputException(
          "%s: %s: the %s has the palette's colors, not the %s; take %s, or set palette to the right file"
              .formatted(
                  metric,
                  context.measured().name(0),
                  inCondition ? "target" : "condition",
                  inCondition ? "condition" : "target",
                  other));
    }
  }

  private double distance(ImagePair pair, boolean condition) {
    return palette.distance((condition ? pair.condition() : pair.target()).toColors());
  }
}
