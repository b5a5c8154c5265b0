package io.pix2pix.cli.illustration;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.resize.Resampling;
import io.pix2pix.data.synthetic.SyntheticFacades;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.run.Arithmetic;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what losses do to a picture. */
@Command(
    name = "illustrate",
    mixinStandardHelpOptions = true,
    description =
        "Shows what losses ask for: the pixels of a picture follow a loss, and nothing else. For each"
            + " loss, writes a picture of four: the start; what became of it; what became of it where"
            + " the target moves a little at every step; and the target.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix illustrate l1 ssim gram",
      "  pix2pix illustrate \"{name: gram, features: pixels}\" --start noise",
      "  pix2pix illustrate \"[feature-matching, {name: adversarial, weight: 0}]\"",
      "",
      "A list of losses is followed as a whole; its picture is named after the first.",
    })
public final class IllustrateCommand implements Callable<Integer> {
  private final ExperimentReader reader;

  @Parameters(
      paramLabel = "LOSS",
      arity = "1..*",
      description = "a loss, or a list of losses, as an experiment file would say it")
  private List<String> losses = List.of();

  @Option(
      names = "--pair",
      paramLabel = "FILE",
      description = "an A|B pair (default: a painted house front)")
  private @Nullable Path pair;

  @Option(
      names = "--direction",
      paramLabel = "AtoB|BtoA",
      defaultValue = "AtoB",
      description = "which half of the pair is the condition (default: ${DEFAULT-VALUE})")
  private Direction direction = Direction.AtoB;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      defaultValue = "64",
      description = "height and width, a power of two without --pair (default: ${DEFAULT-VALUE})")
  private int size = 64;

  @Option(
      names = "--start",
      paramLabel = "PICTURE",
      defaultValue = "blurred",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Start start = Start.BLURRED;

  @Option(
      names = "--steps",
      paramLabel = "NUMBER",
      defaultValue = "300",
      description = "steps that the pixels take (default: ${DEFAULT-VALUE})")
  private int steps = 300;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description =
          "changes a value of the experiment around the losses, for example"
              + " discriminator.normalization=instance; can be given several times")
  private List<String> changes = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "illustrations",
      description = "where the pictures go (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("illustrations");

  @Spec private @Nullable CommandSpec spec;

  @Inject
  IllustrateCommand(ExperimentReader reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    checkNumbers();
    var experiments = losses.stream().map(this::experiment).toList();
    var images = images();
    makeFolder();
    console.say(Arithmetic.current().sentence());
    var taken = new HashSet<String>();
    for (var experiment : experiments) {
      illustrate(experiment, images, free(name(experiment), taken), console);
    }
    return 0;
  }

  private void illustrate(Experiment experiment, ImagePair images, String name, Console console) {
    Illustration illustration;
    try (var bar = ProgressLine.start(console, name, 0, 2L * steps)) {
      illustration = Illustration.of(experiment, images, start, steps, bar::step);
    }
    var file = out.resolve(name + ".png");
    ImageFiles.write(file, illustration.picture());
    console.say(
        String.format(
            Locale.ROOT,
            "%s: from %.4f to %.4f; to %.4f where the target moves; %s",
            name,
            illustration.still().first(),
            illustration.still().last(),
            illustration.moving().last(),
            file));
  }

  private Experiment experiment(String loss) {
    var list = loss.strip().startsWith("[") ? loss : "[" + loss + "]";
    var experiment = reader.parse(yaml(list), loss, changes);
    if (experiment.losses().isEmpty()) {
      throw new InvalidInputException(loss + ": names no loss; give one, for example l1");
    }
    return experiment;
  }

  /** Pixels move faster than the weights of a network may: D's rate is the paper's. */
  private static String yaml(String losses) {
    return """
        name: illustration
        data: synthetic-facades
        discriminator: {name: patch, receptiveField: 34, filters: 32}
        training: {optimizer: {name: adam, learningRate: 0.02, beta1: 0.9}, discriminator: {learningRateFactor: 0.01}}
        losses: %s
        """
        .formatted(losses);
  }

  private static String name(Experiment experiment) {
    return experiment.losses().get(0).terms().get(0).name();
  }

  private static String free(String name, Set<String> taken) {
    var candidate = name;
    for (int number = 2; !taken.add(candidate); number++) {
      candidate = name + "-" + number;
    }
    return candidate;
  }

  private void checkNumbers() {
    if (steps < 1) {
      throw new InvalidInputException("--steps: must be at least 1, not " + steps);
    }
    if (size < 16 || size > 1024) {
      throw new InvalidInputException("--size: must be from 16 to 1024, not " + size);
    }
  }

  private ImagePair images() {
    if (pair == null) {
      return painted();
    }
    var picture = ImageFiles.read(pair);
    if (picture.width() % 2 != 0) {
      throw new InvalidInputException(
          pair + ": the width of " + picture.width() + " pixels is odd; a pair is two halves");
    }
    var halves = direction.split(picture);
    return new ImagePair(resized(halves.condition()), resized(halves.target()));
  }

  private ImagePair painted() {
    try {
      return new SyntheticFacades(size, 1, 1, 1, 1).open(Optional.empty(), "train").read(0);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--size: " + e.getMessage(), e);
    }
  }

  private Image resized(Image image) {
    return Resampling.BILINEAR.resize(image, size, size);
  }

  private void makeFolder() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new InvalidInputException(out + ": cannot be made (" + e + ")", e);
    }
  }
}
