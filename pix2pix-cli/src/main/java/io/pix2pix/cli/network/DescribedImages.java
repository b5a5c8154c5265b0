package io.pix2pix.cli.network;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.TrainingShape;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.translation.GeneratorSizes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The images that networks are described for. */
final class DescribedImages {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");
  private static final Pattern CHANNELS = Pattern.compile("([1-9][0-9]?),([1-9][0-9]?)");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "the folder or archive (.zip, .tar) with the data, whose first pair tells size and"
              + " channels")
  private @Nullable Path data;

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      description = "size of the images, for example 256x256")
  private @Nullable String size;

  @Option(
      names = "--channels",
      paramLabel = "IN,OUT",
      description = "channels of condition and target (default: those of the data set, mostly 3,3)")
  private @Nullable String channels;

  /**
   * The shape of the pairs that the networks of an experiment are shown.
   *
   * @throws InvalidInputException if the size cannot be read, or the generator cannot take it
   */
  PairShape shape(Experiment experiment) {
    var shape = size == null ? usual(experiment) : pair(experiment, matched("--size", size, SIZE));
    GeneratorSizes.check(experiment.generator(), shape.condition(), "--size");
    return shape;
  }

  private PairShape usual(Experiment experiment) {
    var augmentation = experiment.augmentation();
    var opened = DataSource.of(Optional.ofNullable(data)).open(experiment.data());
    return data != null || opened.has("train")
        ? TrainingShape.of(opened.split("train"), 0, augmentation)
        : pair(TrainingShape.withoutData(experiment.data(), augmentation));
  }

  private PairShape pair(Experiment experiment, int[] widthAndHeight) {
    var picture = new ImageShape(widthAndHeight[1], widthAndHeight[0], 3);
    var pair = experiment.data().shapeOf(picture);
    return pair(pair.resized(picture.height(), picture.width()));
  }

  /** With the channels that were asked for. */
  private PairShape pair(PairShape shape) {
    if (channels == null) {
      return shape;
    }
    var counts = matched("--channels", channels, CHANNELS);
    return new PairShape(
        shape.condition().withChannels(counts[0]), shape.target().withChannels(counts[1]));
  }

  private static int[] matched(String option, String text, Pattern form) {
    var match = form.matcher(text);
    if (!match.matches()) {
      var example = form == SIZE ? "256x256" : "3,3";
      throw new InvalidInputException(option + ": \"" + text + "\" is not of the form " + example);
    }
    return new int[] {Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))};
  }
}
