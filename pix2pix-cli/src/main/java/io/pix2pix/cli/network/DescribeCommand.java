package io.pix2pix.cli.network;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.cli.console.Console;
import io.pix2pix.train.description.ExperimentNetworks;
import io.pix2pix.train.description.NetworkDescription;
import io.pix2pix.train.description.NetworkDrawing;
import io.pix2pix.train.description.NetworkText;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.run.AtomicFiles;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the networks of an experiment are made of. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description =
        "Shows the layers of all networks of an experiment: shapes, parameters, multiply-accumulate"
            + " operations (GMAC, for one image) and receptive fields. Nothing is trained.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix describe experiments/facades.yaml",
      "  pix2pix describe experiments/facades.yaml --set generator=resnet \\",
      "      --pictures drawings",
      "",
      "Without --data and --size, images have the size to which the experiment's",
      "augmentation cuts them, else 256x256.",
    })
public final class DescribeCommand implements Callable<Integer> {
  private final ExperimentReader reader;

  @Parameters(paramLabel = "EXPERIMENT.yaml", description = "what to describe")
  private Path experiment = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "changes a value of the experiment; can be given several times")
  private List<String> changes = List.of();

  @Mixin private DescribedImages images = new DescribedImages();

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description =
          "draws the networks in this folder: generator.svg, discriminator.svg, and NAME.svg of"
              + " each further one")
  private @Nullable Path pictures;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  DescribeCommand(ExperimentReader reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var read = reader.read(experiment, changes);
    var shape = images.shape(read);
    networks(read, shape).forEach(network -> show(console, network));
    console.say(memory(read, shape));
    return 0;
  }

  /** Networks can be described where they cannot be trained: losses may need files of their own. */
  private static String memory(Experiment experiment, PairShape shape) {
    try {
      return TrainingGraph.memory(experiment, shape).sentence();
    } catch (InvalidInputException | IllegalArgumentException | IllegalStateException e) {
      return "How much memory training takes is not known: " + e.getMessage();
    }
  }

  private static ImmutableList<NetworkDescription> networks(
      Experiment experiment, PairShape shape) {
    try {
      return ExperimentNetworks.of(experiment, shape);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(experiment.name() + ": " + e.getMessage(), e);
    }
  }

  private void show(Console console, NetworkDescription network) {
    console.say(network.name() + ": " + NetworkText.facts(network) + "\n");
    NetworkText.table(network).forEach(console::say);
    console.say("");
    if (pictures != null) {
      var file = pictures.resolve(network.name() + ".svg");
      AtomicFiles.createFolder(pictures);
      AtomicFiles.write(file, NetworkDrawing.svg(network));
      console.say("Open " + file.toAbsolutePath().normalize() + "\n");
    }
  }
}
