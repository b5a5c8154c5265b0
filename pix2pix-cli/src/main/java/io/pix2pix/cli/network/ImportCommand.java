package io.pix2pix.cli.network;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Generator;
import io.pix2pix.cli.console.Console;
import io.pix2pix.train.exchange.ImportRequest;
import io.pix2pix.train.exchange.WeightImport;
import io.pix2pix.train.experiment.ExperimentWriter;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a run of weights from elsewhere. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Makes a run of the weights that the PyTorch port of pix2pix saved. The run translates and"
            + " evaluates like one that was trained here. Reading such a file runs none of what it"
            + " says.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix import latest_net_G.pth runs/theirs",
      "  pix2pix import latest_net_G.pth runs/theirs \\",
      "      --discriminator-weights latest_net_D.pth --set data.direction=BtoA",
      "  pix2pix import latest_net_G.pth runs/theirs \\",
      "      --generator '{name: unet, dropout: 0}'",
      "",
      "The architecture is read off the names and shapes in the file: U-Net or ResNet,",
      "how deep and wide, and which normalization.",
    })
public final class ImportCommand implements Callable<Integer> {
  private final WeightImport imports;
  private final ExperimentWriter writer;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "the generator's weights: a .pth file, of the format with or without zip, or .safetensors")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN", description = "the folder of the run to be made")
  private Path run = Path.of("");

  @Option(
      names = "--generator",
      paramLabel = "YAML",
      description =
          "settings that shall not be read off the file, such as '{name: unet, levels: 8}'")
  private @Nullable String generator;

  @Option(
      names = "--discriminator-weights",
      paramLabel = "FILE",
      description = "the discriminator's weights, if the run shall have them too")
  private @Nullable Path discriminator;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "changes a value of the run's experiment; can be given several times")
  private List<String> changes = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ImportCommand(WeightImport imports, ExperimentWriter writer) {
    this.imports = imports;
    this.writer = writer;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var experiment =
        imports.run(
            new ImportRequest(
                file,
                Optional.ofNullable(generator),
                Optional.ofNullable(discriminator),
                ImmutableList.copyOf(changes),
                run));
    console.say("generator      " + writer.line(Generator.class, experiment.generator()));
    if (discriminator != null) {
      console.say("discriminator  " + writer.line(Discriminator.class, experiment.discriminator()));
    }
    console.say("Made " + run);
    return 0;
  }
}
