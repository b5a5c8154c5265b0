package io.pix2pix.cli.serving;

import io.pix2pix.api.network.Statistics;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.server.model.ServedRun;
import io.pix2pix.train.translation.Translator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run as it was given.
 *
 * @param name that it is asked under, if one was given
 * @param folder of the run
 */
record NamedRun(Optional<String> name, String folder) {

  /** A folder may have an equals sign in its own name. */
  static NamedRun of(String argument) {
    int sign = argument.indexOf('=');
    return sign < 0 || Files.exists(Path.of(argument))
        ? new NamedRun(Optional.empty(), argument)
        : new NamedRun(Optional.of(argument.substring(0, sign)), argument.substring(sign + 1));
  }

  /** Opens it, to be served as options say. */
  ServedRun served(Runs runs, GeneratorOptions options) {
    var run = options.of(runs.open(Path.of(folder)));
    var usual = options.generator(run);
    return new ServedRun(
        name.orElseGet(() -> run.folder().name()),
        run,
        usual.statistics(),
        usual.noise(),
        statistics -> translator(usual, statistics));
  }

  private static Translator translator(TrainedGenerator usual, Statistics statistics) {
    return new TrainedGenerator(
            usual.run(),
            usual.weights(),
            statistics,
            usual.noise(),
            usual.precision(),
            usual.seed())
        .translator();
  }
}
