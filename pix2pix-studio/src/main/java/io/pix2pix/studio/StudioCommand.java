package io.pix2pix.studio;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.VisibleText;
import io.pix2pix.bench.study.result.NamedRuns;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a page to draw on, beside what generators make of the drawing. */
@Command(
    name = "studio",
    mixinStandardHelpOptions = true,
    description =
        "Serves a page to draw on: a condition on the left, what the generator makes of it on the"
            + " right, while you draw.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix studio runs/demo --open             after pix2pix demo",
      "  pix2pix studio runs/l1 runs/l1-cgan         two runs side by side",
      "  pix2pix studio runs/table-1                 the finished cells of a study",
      "",
      "The tools follow the data of the first run: label maps get its palette, edges",
      "a pen, photos are loaded, and inpainting has a box. Examples come from its",
      "test pairs. A run may go on with its training meanwhile: new checkpoints",
      "appear on the page's slider. Ctrl-C ends the serving.",
    })
final class StudioCommand implements Callable<Integer> {
  private static final int LARGEST_PORT = 65_535;

  private final StoredExperiments stored;

  @Parameters(
      paramLabel = "STUDY|RUN",
      arity = "1..*",
      description =
          "folders of runs, a folder that holds runs, or a study: of it the finished cells")
  private List<Path> given = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "the folder or archive with the first run's data, for examples (default: that of the"
              + " training)")
  private @Nullable Path data;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "which address of this machine is listened at; 0.0.0.0 lets a phone in the same network"
              + " in (default: ${DEFAULT-VALUE}, which only this machine reaches)")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "which port; 0 for any that is free (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "a further name under which the page is reached, for example that of a proxy; can be"
              + " given several times. Requests under other names are refused")
  private List<String> names = List.of();

  @Option(names = "--open", description = "opens the page in a browser")
  private boolean open;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  StudioCommand(StoredExperiments stored) {
    this.stored = stored;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > LARGEST_PORT) {
      throw new InvalidInputException("--port %d: must be from 0 to 65535".formatted(port));
    }
    var runs = NamedRuns.folders(given).stream().map(this::run).collect(toImmutableList());
    try (var studio = Studio.open(runs, Optional.ofNullable(data))) {
      studio.notes().forEach(this::say);
      var settings = FrontSettings.at(host, port).withHosts(names);
      try (var server = StudioServer.start(studio, settings)) {
        serve(studio, server, runs);
      }
    }
    return 0;
  }

  private TrainedRun run(Path folder) {
    return TrainedRun.open(RunFolder.open(folder), stored);
  }

  private void serve(Studio studio, StudioServer server, ImmutableList<TrainedRun> runs) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end of serving"));
    studio.warmUp();
    var address = server.address();
    if (!address.getAddress().isLoopbackAddress()) {
      say("Warning: other machines can reach this page; whoever knows its address can draw");
    }
    var page = page(address.getPort());
    say(
        "Open %s to draw for %s (Ctrl-C ends it)"
            .formatted(
                page, runs.size() == 1 ? runs.get(0).folder().path() : runs.size() + " runs"));
    if (open && !Browser.open(page)) {
      say("No program here opens pages (xdg-open); open it yourself");
    }
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      say("Ended");
    }
  }

  private URI page(int listened) {
    var name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("http://%s:%d/".formatted(name, listened));
  }

  private void say(String line) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(VisibleText.lines(line));
    out.flush();
  }
}
