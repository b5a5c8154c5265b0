package io.pix2pix.cli.perception;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.PerceptionFolder;
import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionServer;
import io.pix2pix.bench.perception.PerceptionStudy;
import io.pix2pix.bench.perception.PerceptionStudy.Algorithm;
import io.pix2pix.bench.perception.RepeatedVisit;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves the paper's real-versus-fake test, and tells what came of it. */
@Command(
    name = "perceive",
    mixinStandardHelpOptions = true,
    description =
        "Serves a page on which people tell generated images from real ones, as in the paper: each"
            + " pair is shown for a second, and each participant judges one run.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix perceive runs/l1 runs/l1-cgan       answers in runs/perception",
      "  pix2pix perceive --results runs/perception",
      "  pix2pix perceive runs/table-1               finished cells of a study;",
      "                                              answers in its folder",
      "",
      "Ctrl-C ends the serving; the same command goes on with the same folder.",
      "`pix2pix report` of the folder of the runs shows what people answered, beside",
      "the values.",
    })
public final class PerceiveCommand implements Callable<Integer> {
  private static final int LARGEST_PORT = 65_535;

  private final Runs runs;

  @Parameters(
      paramLabel = "STUDY|RUN",
      arity = "0..*",
      description =
          "folders of runs, a folder that holds runs, or a study: of it the finished cells")
  private List<Path> given = List.of();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "print what the study in that folder has found, and serve nothing")
  private @Nullable Path results;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "where images and answers are kept, and where report finds them (default: perception, in"
              + " the study, or beside the first run)")
  private @Nullable Path folder;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "the folder or archive (.zip, .tar) with the data (default: that of the training)")
  private @Nullable Path data;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "test",
      description = "which pairs (default: ${DEFAULT-VALUE})")
  private String split = "test";

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "which address of this machine is listened at (default: ${DEFAULT-VALUE}, which only this"
              + " machine reaches)")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "which port; 0 for any that is free (default: ${DEFAULT-VALUE})")
  private int port = 8080;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "a further name under which participants reach the page, for example that of a proxy; can"
              + " be given several times. Requests under other names are refused")
  private List<String> names = List.of();

  @Mixin private ProtocolOptions protocol = new ProtocolOptions();

  @Mixin private GeneratorOptions options = new GeneratorOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  PerceiveCommand(Runs runs) {
    this.runs = runs;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    if (results != null) {
      var kept = new PerceptionFolder(results);
      PerceptionTable.print(console, PerceptionResults.read(kept));
      RepeatedVisit.read(kept).forEach(repeated -> console.say("Note: " + repeated.words()));
      return 0;
    }
    if (port < 0 || port > LARGEST_PORT) {
      throw new InvalidInputException("--port %d: must be from 0 to 65535".formatted(port));
    }
    var study = study();
    console.say(Arithmetic.current().sentence());
    study.prepare(ProgressLine.work(console));
    serve(study, console);
    return 0;
  }

  private PerceptionStudy study() {
    var judged =
        JudgedRuns.folders(given).stream()
            .map(run -> options.of(runs.open(run)))
            .collect(toImmutableList());
    var opened = JudgedRuns.data(judged, Optional.ofNullable(data), split);
    return new PerceptionStudy(
        folder(judged),
        protocol.protocol(),
        split,
        opened.split(split),
        opened.codec(),
        judged.stream().map(this::algorithm).collect(toImmutableList()));
  }

  private Algorithm algorithm(TrainedRun run) {
    // A run that took the place of another, under its name and with as many steps, is not that one.
    var words = options.generator(run).words() + ", begun " + run.provenance().progress().started();
    return new Algorithm(run.folder().name(), words, () -> options.translator(run));
  }

  private PerceptionFolder folder(ImmutableList<TrainedRun> judged) {
    var run = judged.get(0).folder().path().toAbsolutePath().normalize();
    return new PerceptionFolder(folder == null ? JudgedRuns.home(run) : folder);
  }

  private void serve(PerceptionStudy study, Console console) {
    var place = new PerceptionServer.Address(host, port, names);
    try (var server = PerceptionServer.start(study, place)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end of serving"));
      var address = server.address();
      if (!address.getAddress().isLoopbackAddress()) {
        console.complain(
            "warning: other machines can reach this page; whoever knows its address can take part");
      }
      console.say(
          "Open http://%s:%d/ (Ctrl-C ends it); answers are kept in %s"
              .formatted(host, address.getPort(), study.folder().answers()));
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      console.say("Ended; see the results with --results " + study.folder().path());
    }
  }
}
