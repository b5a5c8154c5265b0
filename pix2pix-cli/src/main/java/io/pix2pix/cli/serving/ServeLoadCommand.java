package io.pix2pix.cli.serving;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.bench.serving.LoadResult;
import io.pix2pix.bench.serving.LoadSettings;
import io.pix2pix.bench.serving.ServingLoad;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.Runs;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a server of models under load. */
@Command(
    name = "serve-load",
    mixinStandardHelpOptions = true,
    description =
        "Serves a run as serve does, asks for many translations at once, and compares each answer"
            + " with that of its picture alone. Server, clients and the generator alone share this"
            + " machine and take turns.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix serve-load runs/facades",
      "  pix2pix serve-load runs/facades --requests 2000 --clients 16 --workers 2",
      "",
      "Times want a quiet machine. Exit code: 0 if all answers are right, else 1.",
    })
public final class ServeLoadCommand implements Callable<Integer> {
  private static final int MOST_CLIENTS = 200;
  private static final double LATE = 0.99;

  private final Runs runs;

  @Parameters(paramLabel = "[NAME=]RUN", description = "the folder of a run")
  private String given = "";

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "20000",
      description = "of all clients together (default: ${DEFAULT-VALUE})")
  private int requests = 20_000;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "that ask at once, each again as soon as it is answered (default: ${DEFAULT-VALUE})")
  private int clients = 8;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "64",
      description = "height and width of the pictures, which are noise (default: ${DEFAULT-VALUE})")
  private int size = 64;

  @Mixin private BoundOptions bounds = new BoundOptions();

  @Mixin private GeneratorOptions options = new GeneratorOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ServeLoadCommand(Runs runs) {
    this.runs = runs;
  }

  @Override
  public Integer call() throws InterruptedException {
    within("--requests", requests, 100, 100_000_000);
    within("--clients", clients, 1, MOST_CLIENTS);
    within("--size", size, 1, 8192);
    var console = Console.of(spec);
    var settings =
        new LoadSettings(requests, clients, new ImageShape(size, size, 3), bounds.settings());
    var served = NamedRun.of(given).served(runs, options);
    var result = ServingLoad.measure(served, settings, ProgressLine.work(console));
    print(console, result);
    return result.wrong() == 0 ? 0 : 1;
  }

  private void print(Console console, LoadResult result) {
    say(console, "bare inference  %8.1f pictures/s, one after the other", result.bare());
    say(
        console,
        "%3d clients     %8.1f pictures/s, %.2f of the bare rate; median %.1f ms, p99 %.1f ms",
        clients,
        result.busy(),
        result.share(),
        milliseconds(result.whileBusy().median()),
        milliseconds(result.whileBusy().quantile(LATE)));
    double median = result.whileSteady().median();
    double late = result.whileSteady().quantile(LATE);
    say(
        console,
        "at 80 %% of that %8.1f asked/s; median %.1f ms, p99 %.1f ms, %.1f times the median",
        result.asked(),
        milliseconds(median),
        milliseconds(late),
        late / median);
    say(
        console,
        "memory          %8.0f MiB after the first tenth, %.0f MiB at the end, %+.1f %%",
        result.early(),
        result.late(),
        100 * result.growth());
    say(console, "answers         %8d, of which %d are wrong", result.answers(), result.wrong());
  }

  private static void say(Console console, String format, Object... values) {
    console.say(String.format(Locale.ROOT, format, values));
  }

  private static double milliseconds(double seconds) {
    return 1000 * seconds;
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidInputException(
          "%s %d: must be from %d to %d".formatted(option, value, least, most));
    }
  }
}
