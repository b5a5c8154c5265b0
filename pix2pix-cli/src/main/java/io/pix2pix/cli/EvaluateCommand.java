package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.bench.evaluation.Evaluation;
import io.pix2pix.bench.evaluation.Figure;
import io.pix2pix.bench.evaluation.MetricsFile;
import io.pix2pix.train.TrainedRun;
import io.pix2pix.train.run.RunPage;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a run on held-out pairs. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Translates every pair of a split and measures the results; adds them to metrics.csv of the"
            + " run.%n",
    footer = {"", "Example:", "  pix2pix evaluate runs/facades --data facades --split test"})
final class EvaluateCommand implements Callable<Integer> {
  private final Runs runs;
  private final Evaluation evaluation;

  @Parameters(paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the folder with the data (default: that of the training)")
  private @Nullable Path data;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "test",
      description = "which pairs (default: ${DEFAULT-VALUE})")
  private String split = "test";

  @Mixin private GeneratorOptions options = new GeneratorOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  EvaluateCommand(Runs runs, Evaluation evaluation) {
    this.runs = runs;
    this.evaluation = evaluation;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var trained = runs.open(run);
    var pairs = trained.experiment().data().open(folder(trained), split);
    var figures = figures(trained, pairs, console);
    var subject = options.subject(trained, split, pairs.size());
    new MetricsFile(trained.folder().metrics()).add(subject, figures);
    RunPage.write(trained.folder());
    print(console, subject, figures);
    console.say("Added to " + trained.folder().metrics());
    return 0;
  }

  private Optional<Path> folder(TrainedRun trained) {
    return Optional.ofNullable(data).or(() -> trained.provenance().data().folder().map(Path::of));
  }

  private ImmutableList<Figure> figures(TrainedRun trained, Pairs pairs, Console console) {
    try (var translator = options.translator(trained);
        var bar = ProgressLine.start(console, "evaluate", 0, pairs.size())) {
      return evaluation.evaluate(translator, pairs, bar::stepTo);
    }
  }

  static void print(Console console, MetricsFile.Subject subject, ImmutableList<Figure> figures) {
    console.say(
        String.format(
            "%n%d images of split %s, weights of step %d",
            subject.images(), subject.split(), subject.step()));
    for (var figure : figures) {
      console.say(
          String.format(
              Locale.ROOT, "  %-8s %10.4f  %s", figure.metric(), figure.mean(), figure.unit()));
    }
  }
}
