package io.pix2pix.cli.network;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.cli.console.Console;
import io.pix2pix.graph.calibration.CalibrationCache;
import io.pix2pix.graph.calibration.Measurement;
import io.pix2pix.train.TrainingSession;
import io.pix2pix.train.experiment.ExperimentReader;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how convolutions are computed fastest on this machine. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description =
        "Measures how the convolutions of an experiment are computed fastest on this machine, in"
            + " training and in translation, and keeps the result in your cache folder.%n%n"
            + "Training and translating do the same when they meet a size for the first time; this"
            + " command does it on purpose and shows what was found. Results agree to four digits"
            + " and more before a time counts.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix calibrate experiments/facades.yaml",
      "  pix2pix calibrate experiments/facades.yaml --size 128x128 \\",
      "      --set training.batchSize=4 --again",
      "",
      "Do it on a quiet machine. The folder is ~/.cache/pix2pix, or what the",
      "environment variable PIX2PIX_CACHE names.",
    })
public final class CalibrateCommand implements Callable<Integer> {
  private final ExperimentReader reader;
  private final CalibrationCache.Source cache;

  @Parameters(paramLabel = "EXPERIMENT.yaml", description = "whose networks are measured")
  private Path experiment = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "changes a value of the experiment; can be given several times")
  private List<String> changes = List.of();

  @Mixin private DescribedImages images = new DescribedImages();

  @Option(names = "--again", description = "measures what was measured before, too")
  private boolean again;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  CalibrateCommand(ExperimentReader reader, CalibrationCache.Source cache) {
    this.reader = reader;
    this.cache = cache;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var read = reader.read(experiment, changes);
    var shape = images.shape(read);
    if (again) {
      cache.get().clear();
    }
    try (var session = TrainingSession.open(read, shape);
        var model = session.snapshot()) {
      show(console, "training, batch " + read.training().batchSize(), session.plan());
      show(console, "translation", model.plan());
    }
    console.say("Kept in " + cache.get().file());
    return 0;
  }

  private void show(Console console, String title, GraphPlan plan) {
    var found = cache.get().read();
    var measured =
        plan.choices().keySet().stream()
            .filter(found::containsKey)
            .collect(ImmutableMap.toImmutableMap(shape -> shape, found::get));
    console.say(title + ":\n");
    int width = measured.keySet().stream().mapToInt(String::length).max().orElse(0);
    measured.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().plain()))
        .forEach(entry -> console.say(line(entry, width)));
    console.say(
        String.format(
            Locale.ROOT,
            "%n%d convolutions, each once: %.0f ms as they were built, %.0f ms as chosen%n",
            measured.size(),
            measured.values().stream().mapToDouble(Measurement::plain).sum(),
            measured.values().stream().mapToDouble(Measurement::least).sum()));
  }

  private static String line(Map.Entry<String, Measurement> entry, int width) {
    var measurement = entry.getValue();
    return String.format(
        Locale.ROOT,
        "  %-" + width + "s  %8.2f ms  %8.2f ms  %s",
        entry.getKey(),
        measurement.plain(),
        measurement.least(),
        measurement.best());
  }
}
