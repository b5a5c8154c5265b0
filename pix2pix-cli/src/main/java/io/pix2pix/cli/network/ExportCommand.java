package io.pix2pix.cli.network;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.option.NetworkOption;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.cli.option.WeightsOption;
import io.pix2pix.train.exchange.WeightExport;
import io.pix2pix.train.savedmodel.SavedModelExport;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the networks of a run for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes the networks of a run for other programs: weights in the names and layouts of the"
            + " PyTorch port of pix2pix, or the generator as a TensorFlow SavedModel.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix export runs/facades generator.safetensors \\",
      "      --discriminator discriminator.safetensors",
      "  pix2pix export runs/facades --saved-model facades-model",
      "  pix2pix export runs/facades --saved-model facades-model --size 256x256",
      "  pix2pix export runs/both-ways back.safetensors --network back",
      "",
      "The SavedModel has the signature serving_default: condition [1, h, w, channels]",
      "to generated [1, h, w, channels], both in [-1, 1]. It draws no noise.",
    })
public final class ExportCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})x([1-9]\\d{0,5})");
  private static final String FREE = "free";
  private final Runs runs;

  @Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE.safetensors",
      description = "where the generator's weights go, for PyTorch")
  private @Nullable Path file;

  @Option(
      names = "--discriminator",
      paramLabel = "FILE.safetensors",
      description = "where the discriminator's weights go, for PyTorch")
  private @Nullable Path discriminator;

  @Option(
      names = "--saved-model",
      paramLabel = "DIR",
      description = "the folder of the SavedModel, which is made")
  private @Nullable Path savedModel;

  @Option(
      names = "--size",
      paramLabel = "WxH|free",
      defaultValue = FREE,
      description =
          "size of the images that the SavedModel takes; free takes all that the generator can"
              + " (default: ${DEFAULT-VALUE})")
  private String size = FREE;

  @Mixin private NetworkOption network = new NetworkOption();

  @Mixin private WeightsOption weightsOption = new WeightsOption();

  @Option(
      names = "--statistics",
      paramLabel = "batch|running",
      defaultValue = "batch",
      description =
          "what batch normalization uses in the SavedModel: each image's own statistics, or the"
              + " running averages of the training (default: ${DEFAULT-VALUE})")
  private Statistics statistics = Statistics.BATCH;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ExportCommand(Runs runs) {
    this.runs = runs;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    if (file == null && discriminator == null && savedModel == null) {
      throw misuse("nothing to export; give FILE.safetensors, --discriminator or --saved-model");
    }
    var shape = shape();
    var trained = network.of(runs.open(run));
    var chosen = weightsOption.chosen(trained);
    var weights = new WeightExport(trained, chosen);
    var model = new SavedModelExport(trained, chosen, shape, statistics);
    var exports = new LinkedHashMap<Path, Runnable>();
    check(file, weights::generator, exports);
    check(discriminator, weights::discriminator, exports);
    check(savedModel, model::to, exports);
    exports.forEach(
        (path, export) -> {
          export.run();
          console.say("Wrote " + path);
        });
    return 0;
  }

  /** Nothing is written before everything is checked. */
  private static void check(
      @Nullable Path path, Function<Path, Runnable> export, Map<Path, Runnable> exports) {
    if (path != null) {
      exports.put(path, export.apply(path));
    }
  }

  /** Its channels do not count. */
  private Optional<ImageShape> shape() {
    if (size.equals(FREE)) {
      return Optional.empty();
    }
    var matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw misuse(
          "--size: \"" + size + "\" is no size; give width and height such as 256x256, or free");
    }
    int width = Integer.parseInt(matcher.group(1));
    return Optional.of(new ImageShape(Integer.parseInt(matcher.group(2)), width, 1));
  }

  private RuntimeException misuse(String problem) {
    return spec == null
        ? new IllegalStateException(problem)
        : new ParameterException(spec.commandLine(), problem);
  }
}
