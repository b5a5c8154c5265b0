package io.pix2pix.cli.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.cli.console.Console;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.run.PictureSheet;
import io.pix2pix.train.run.Png;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a training is shown. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Draws a sheet of training pairs: as they are stored, and as the experiment's augmentation"
            + " changes them in the first epochs. The condition is above the target, and the mask"
            + " below where there is one. It is what the training will see, pixel for pixel.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix data show experiments/facades.yaml --data facades",
      "  pix2pix data show experiments/facades.yaml --data facades --count 8 --open \\",
      "      --set \"augmentation=[{name: affine, rotation: 10}, mirror]\"",
      "",
      "pix2pix list augmentation shows all of them.",
    })
public final class ShowCommand implements Callable<Integer> {
  private final ExperimentReader reader;
  private final ExperimentWriter writer;

  @Parameters(paramLabel = "EXPERIMENT.yaml", description = "whose training pairs are shown")
  private Path experiment = Path.of("");

  @Option(names = "--data", paramLabel = "DIR", description = "the folder with the data")
  private @Nullable Path data;

  @Option(
      names = "--count",
      paramLabel = "NUMBER",
      defaultValue = "4",
      description = "pairs, evenly spread over the data (default: ${DEFAULT-VALUE})")
  private int count = 4;

  @Option(
      names = "--draws",
      paramLabel = "NUMBER",
      defaultValue = "5",
      description = "changes of each pair: those of the first epochs (default: ${DEFAULT-VALUE})")
  private int draws = 5;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "another seed than the experiment's, for other draws")
  private @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "changes a value of the experiment; can be given several times")
  private List<String> changes = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE.png",
      defaultValue = "sheet.png",
      description = "where the sheet goes (default: ${DEFAULT-VALUE})")
  private Path output = Path.of("sheet.png");

  @Option(names = "--open", description = "opens the sheet in the program for pictures")
  private boolean open;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ShowCommand(ExperimentReader reader, ExperimentWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    SheetLimits.check(count, draws, output);
    var read = reader.read(experiment, changes);
    var chosen = seed == null ? read : read.withSeed(seed);
    var opened = DataSource.of(Optional.ofNullable(data)).open(chosen.data());
    var pairs = ShownPairs.of(chosen, opened);
    var rows = pairs.rows(count, draws);
    Png.write(output, new PictureSheet(heading(chosen), columns(), rows).picture());
    pairs.note().ifPresent(console::say);
    console.say("Open " + output.toAbsolutePath().normalize());
    if (open) {
      OpenedFile.show(output, console);
    }
    return 0;
  }

  private ImmutableList<String> heading(Experiment shown) {
    var first = shown.name() + ", seed " + shown.seed();
    if (shown.augmentation().isEmpty()) {
      return ImmutableList.of(first + ": no augmentation");
    }
    return Stream.concat(
            Stream.of(first + ":"),
            shown.augmentation().stream().map(change -> writer.line(Augmentation.class, change)))
        .collect(toImmutableList());
  }

  private ImmutableList<String> columns() {
    var columns = ImmutableList.<String>builder().add("original");
    for (int epoch = 1; epoch <= draws; epoch++) {
      columns.add("epoch " + epoch);
    }
    return columns.build();
  }
}
