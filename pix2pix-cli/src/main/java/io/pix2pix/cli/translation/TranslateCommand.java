package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.NetworkOption;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Translates images with a trained generator. */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    description = "Translates an image, or a folder of images, with the generator of a run.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix translate runs/facades labels.png photo.png",
      "  pix2pix translate runs/facades labels/ photos/",
      "  pix2pix translate runs/facades facades/test/ photos/ --pairs",
      "  pix2pix translate runs/both-ways photo.png labels.png --network back",
      "",
      "Each image is translated on its own; the same seed gives the same picture.",
    })
public final class TranslateCommand implements Callable<Integer> {
  private final Runs runs;

  @Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Parameters(index = "1", paramLabel = "INPUT", description = "an image, or a folder of images")
  private Path input = Path.of("");

  @Parameters(
      index = "2",
      paramLabel = "OUTPUT",
      description = "an image file, or a folder in which file names are kept")
  private Path output = Path.of("");

  @Option(
      names = "--pairs",
      description = "the input holds A|B pairs, of which the condition is taken")
  private boolean pairs;

  @Mixin private NetworkOption network = new NetworkOption();

  @Mixin private GeneratorOptions options = new GeneratorOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  TranslateCommand(Runs runs) {
    this.runs = runs;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var trained = network.of(options.of(runs.open(run)));
    var files = TranslationFiles.of(input, output);
    options.generator(trained);
    check(trained, files);
    TranslationFiles.makeFolder(input, output);
    console.say(Arithmetic.current().sentence());
    try (var translator = options.translator(trained);
        var bar = ProgressLine.start(console, "translate", 0, files.size())) {
      new FolderTranslation(translator, file -> input(trained, read(trained, file)))
          .translate(files, bar::stepBy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvalidInputException(output + ": interrupted; some images are missing", e);
    }
    console.say("Wrote " + output);
    return 0;
  }

  /** Every size is looked at before the first image is translated. */
  private void check(TrainedRun trained, ImmutableList<TranslationFiles> files) {
    for (var file : files) {
      var shape = ImageFiles.shape(file.input());
      var shown = pairs ? half(shape, file.input()) : shape;
      GeneratorSizes.check(trained.network().generator(), shown, file.input().toString());
    }
  }

  private static ImageShape half(ImageShape pair, Path file) {
    if (pair.width() % 2 != 0) {
      throw new InvalidInputException(
          file
              + ": the width of "
              + pair.width()
              + " pixels is odd; with --pairs, an image is two halves of equal width");
    }
    return pair.resized(pair.height(), pair.width() / 2);
  }

  /** As in training: with the indices of its maps, or with the range of its numbers. */
  private static Image read(TrainedRun trained, Path file) {
    return trained
        .indices()
        .map(palette -> ImageFiles.readLabels(file, palette))
        .orElseGet(() -> ImageFiles.read(file, trained.experiment().data().sampleRange()));
  }

  private Image input(TrainedRun trained, Image picture) {
    if (!pairs) {
      return picture;
    }
    boolean right = trained.experiment().data().conditionIsRightHalf();
    var direction = right ? Direction.BtoA : Direction.AtoB;
    return direction.split(picture).condition();
  }
}
