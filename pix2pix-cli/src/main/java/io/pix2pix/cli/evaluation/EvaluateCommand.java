package io.pix2pix.cli.evaluation;

import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.bench.evaluation.RunEvaluation;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.cli.option.DataOptions;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        "Translates every pair of a split and measures the results, each with the interval in which"
            + " it lies with a confidence of 95 %%; adds them to metrics.csv of the run.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix evaluate runs/facades --data facades --split test",
      "  pix2pix evaluate runs/facades --metric l1 \\",
      "      --metric '{name: fcn-score, size: 64}'",
      "",
      "`pix2pix list metric` shows all metrics with their settings.",
    })
public final class EvaluateCommand implements Callable<Integer> {
  private final Runs runs;
  private final RunEvaluation evaluation;

  @Parameters(paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "test",
      description = "which pairs (default: ${DEFAULT-VALUE})")
  private String split = "test";

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description =
          "what is measured: a name, or a block such as {name: fcn-score, size: 64}; can be given"
              + " several times (default: l1, psnr, ssim, lab-histogram, sharpness)")
  private List<String> metrics = List.of();

  @Mixin private GeneratorOptions options = new GeneratorOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  EvaluateCommand(Runs runs, RunEvaluation evaluation) {
    this.runs = runs;
    this.evaluation = evaluation;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var chosen = evaluation.metrics(metrics);
    var trained = options.of(runs.open(run));
    var around = context(trained, console);
    var called = new SplitName(trained, data.folder()).of(split, around.data());
    console.say(Arithmetic.current().sentence());
    var stored = evaluation.evaluate(options.generator(trained), called, chosen, around);
    print(console, stored);
    console.say("Added to " + trained.folder().metrics() + "; each image in " + stored.images());
    return 0;
  }

  private EvaluationContext context(TrainedRun trained, Console console) {
    var cache = trained.folder().cache();
    var source = data.source(cache).or(trained.provenance().data().folder().map(Path::of));
    var opened = source.open(trained.data());
    return new EvaluationContext(opened, opened.split(split), cache, ProgressLine.work(console));
  }

  static void print(Console console, RunEvaluation.Stored stored) {
    var key = stored.key();
    console.say(
        String.format(
            "%n%d images of split %s, weights of step %d", key.images(), key.split(), key.step()));
    stored.result().values().forEach(value -> console.say(line(value)));
  }

  private static String line(MetricValue value) {
    return String.format(
        Locale.ROOT,
        "  %-30s %10s  %-24s %s%s",
        value.metric().name(),
        number(value.value()),
        interval(value.interval()),
        value.metric().unit(),
        switch (value.metric().direction()) {
          case HIGHER -> ", more is better";
          case LOWER -> ", less is better";
          case NEITHER -> "";
        });
  }

  private static String interval(Interval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : "[" + number(interval.low()) + ", " + number(interval.high()) + "]";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
