package io.pix2pix.cli.network;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a user says of an exported generator; which layouts heed it, these say. */
final class ExportOptions {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})x([1-9]\\d{0,5})");
  private static final String FREE = "free";

  @Option(
      names = "--size",
      paramLabel = "WxH|free",
      description =
          "size of the images that a model takes; free takes all that the generator can (default:"
              + " free)")
  private @Nullable String size;

  @Option(
      names = "--statistics",
      paramLabel = "batch|running",
      description =
          "what batch normalization uses in a model: each image's own statistics, or the running"
              + " averages of the training (default: batch)")
  private @Nullable Statistics statistics;

  @Option(
      names = "--noise",
      paramLabel = "on|off",
      description =
          "whether dropout drops in an ONNX model, anew in each run and for all images of a batch"
              + " alike (default: off)")
  private @Nullable Switch noise;

  @Option(
      names = "--license",
      paramLabel = "ID",
      description =
          "under which license the generator is given away, as Hugging Face calls it, such as"
              + " apache-2.0; the model card says it")
  private @Nullable String license;

  /**
   * Refuses what no layout that was chosen heeds.
   *
   * @param misuse makes an error of a message
   */
  void checkHeeded(
      Collection<ModelLayout> chosen, Layouts layouts, Function<String, RuntimeException> misuse) {
    for (var choice : given()) {
      if (chosen.stream().noneMatch(layout -> layout.choices().contains(choice))) {
        throw misuse.apply(
            "%s: does nothing here, it is for layouts %s; leave it out"
                .formatted(choice.option(), layouts.heeding(choice)));
      }
    }
  }

  private ImmutableSet<ExportChoice> given() {
    var given = ImmutableSet.<ExportChoice>builder();
    if (size != null) {
      given.add(ExportChoice.SIZE);
    }
    if (statistics != null) {
      given.add(ExportChoice.STATISTICS);
    }
    if (noise != null) {
      given.add(ExportChoice.NOISE);
    }
    if (license != null) {
      given.add(ExportChoice.LICENSE);
    }
    return given.build();
  }

  /** What was said, and what holds where nothing was. */
  ExportSettings settings(WeightSelection weights, Function<String, RuntimeException> misuse) {
    return new ExportSettings(
        weights,
        shape(misuse),
        statistics == null ? Statistics.BATCH : statistics,
        noise == Switch.ON,
        Optional.ofNullable(license));
  }

  /** Its channels do not count. */
  private Optional<ImageShape> shape(Function<String, RuntimeException> misuse) {
    if (size == null || size.equals(FREE)) {
      return Optional.empty();
    }
    var matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw misuse.apply(
          "--size: \"" + size + "\" is no size; give width and height such as 256x256, or free");
    }
    int width = Integer.parseInt(matcher.group(1));
    return Optional.of(new ImageShape(Integer.parseInt(matcher.group(2)), width, 1));
  }

  /** On or off. */
  enum Switch {
    ON,
    OFF
  }
}
