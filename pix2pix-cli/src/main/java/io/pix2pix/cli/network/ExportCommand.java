package io.pix2pix.cli.network;

import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.option.NetworkOption;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.cli.option.WeightsOption;
import io.pix2pix.train.exchange.WeightExport;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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
        "Writes the networks of a run for other programs: the generator as an ONNX model, as a"
            + " page that runs it in the browser, as a TensorFlow SavedModel or as a folder for"
            + " Hugging Face, and weights in the names and layouts of the PyTorch port of"
            + " pix2pix.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix export runs/facades facades.onnx",
      "  pix2pix export runs/facades facades.onnx --size 256x256 --statistics running",
      "  pix2pix export runs/facades generator.safetensors \\",
      "      --discriminator discriminator.safetensors",
      "  pix2pix export runs/facades --saved-model facades-model",
      "  pix2pix export runs/facades facades-page --layout web",
      "  pix2pix export runs/facades facades-hub --layout huggingface \\",
      "      --license cc-by-4.0",
      "  pix2pix export runs/both-ways back.safetensors --network back",
      "",
      "An ONNX model takes condition [n, channels, h, w] and gives generated",
      "[n, channels, h, w], a SavedModel [n, h, w, channels] of both; values are in",
      "[-1, 1]. A SavedModel draws no noise, an ONNX model only with --noise on.",
      "pix2pix list layout shows every layout, those of other jars too.",
    })
public final class ExportCommand implements Callable<Integer> {
  private static final String SAVED_MODEL = "saved-model";

  private final Runs runs;
  private final Layouts layouts;

  @Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DESTINATION",
      description =
          "where the generator goes: a file such as FILE.onnx or FILE.safetensors, whose ending says"
              + " the layout, or what --layout makes")
  private @Nullable Path destination;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description =
          "what is written to DESTINATION: onnx, web, safetensors, saved-model, huggingface or"
              + " that of another jar (default: what the ending of DESTINATION says)")
  private @Nullable String layout;

  @Option(
      names = "--discriminator",
      paramLabel = "FILE.safetensors",
      description = "where the discriminator's weights go, for PyTorch")
  private @Nullable Path discriminator;

  @Option(
      names = "--saved-model",
      paramLabel = "DIR",
      description = "the folder of a SavedModel, which is made")
  private @Nullable Path savedModel;

  @Mixin private NetworkOption network = new NetworkOption();

  @Mixin private WeightsOption weightsOption = new WeightsOption();

  @Mixin private ExportOptions options = new ExportOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ExportCommand(Runs runs, Layouts layouts) {
    this.runs = runs;
    this.layouts = layouts;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var targets = targets();
    options.checkHeeded(targets.values(), layouts, this::misuse);
    var trained = network.of(runs.open(run));
    var settings = options.settings(weightsOption.chosen(trained), this::misuse);
    writings(targets, trained, settings)
        .forEach(
            (path, writing) -> {
              writing.run();
              console.say("Wrote " + path);
            });
    return 0;
  }

  private Map<Path, ModelLayout> targets() {
    if (destination == null && discriminator == null && savedModel == null) {
      throw misuse(
          "nothing to export; give a file such as FILE.onnx, --discriminator or --saved-model");
    } else if (destination == null && layout != null) {
      throw misuse("--layout: says what is written to DESTINATION; give that, too");
    }
    var targets = new LinkedHashMap<Path, ModelLayout>();
    if (destination != null) {
      targets.put(
          destination, layout == null ? layouts.ofEnding(destination) : layouts.read(layout));
    }
    if (savedModel != null) {
      targets.put(savedModel, layouts.read(SAVED_MODEL));
    }
    return targets;
  }

  /** Nothing is written before everything is checked. */
  private Map<Path, Runnable> writings(
      Map<Path, ModelLayout> targets, TrainedRun trained, ExportSettings settings) {
    var writings = new LinkedHashMap<Path, Runnable>();
    targets.forEach((path, how) -> writings.put(path, how.writing(trained, settings, path)));
    if (discriminator != null) {
      var weights = new WeightExport(trained, settings.weights());
      writings.put(discriminator, weights.discriminator(discriminator));
    }
    return writings;
  }

  private RuntimeException misuse(String problem) {
    return spec == null
        ? new IllegalStateException(problem)
        : new ParameterException(spec.commandLine(), problem);
  }
}
