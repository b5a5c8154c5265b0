package io.pix2pix.cli.speed;

import io.pix2pix.bench.speed.job.JobProgram;
import io.pix2pix.bench.speed.roofline.RooflineMeasurement;
import io.pix2pix.cli.console.Console;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code pix2pix bench} measures, in a process of its own. */
@Command(
    name = BenchProcessCommand.NAME,
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Our side of `pix2pix bench`: reads requests as JSON from the standard input, a line each, and"
            + " answers each with a line.%n")
public final class BenchProcessCommand implements Callable<Integer> {
  static final String NAME = "bench-process";
  static final String LAYERS = "--layers";

  private final JobProgram program;
  private final RooflineMeasurement roofline;

  @Option(names = LAYERS, description = "measures every layer instead, and answers with one line")
  private boolean layers;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  BenchProcessCommand(JobProgram program, RooflineMeasurement roofline) {
    this.program = program;
    this.roofline = roofline;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (layers) {
      Console.of(spec).say(roofline.run().json());
      return 0;
    }
    try {
      program.run(System.in, Console.of(spec)::say);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
