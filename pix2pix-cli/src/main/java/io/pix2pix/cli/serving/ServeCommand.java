package io.pix2pix.cli.serving;

import com.google.common.collect.ImmutableList;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.server.model.ModelServer;
import io.pix2pix.train.run.Arithmetic;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves trained generators to other programs. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Translates the pictures that other programs send over HTTP. Each gets what translate"
            + " would make of it, however many are computed together.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix serve runs/facades",
      "  curl --data-binary @labels.png -H 'Content-Type: image/png' -o photo.png \\",
      "    http://127.0.0.1:8080/v1/models/facades:translate",
      "",
      "  pix2pix serve day=runs/night2day runs/edges2shoes --port 9000",
      "  pix2pix serve runs/facades --host 0.0.0.0 --token-file token.txt \\",
      "    --allow-host models.example",
      "",
      "/v1/models lists the models, /openapi.json describes all addresses,",
      "/healthz, /readyz and /metrics are for whatever watches the server.",
      "Ctrl-C or SIGTERM ends it: what was asked is answered first.",
    })
public final class ServeCommand implements Callable<Integer> {
  private final Runs runs;

  @Parameters(
      paramLabel = "[NAME=]RUN",
      arity = "1..*",
      description = "folders of runs, each with the name that it is asked under (default: its own)")
  private List<String> given = List.of();

  @Mixin private AddressOptions address = new AddressOptions();

  @Mixin private BoundOptions bounds = new BoundOptions();

  @Mixin private GeneratorOptions options = new GeneratorOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ServeCommand(Runs runs) {
    this.runs = runs;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var front = bounds.of(address.settings());
    var served =
        given.stream()
            .map(argument -> NamedRun.of(argument).served(runs, options))
            .collect(ImmutableList.toImmutableList());
    console.say(Arithmetic.current().sentence());
    try (var server = ModelServer.start(front, bounds.settings(), served)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end of serving"));
      server.load();
      for (var one : served) {
        console.say(
            "http://%s:%d/v1/models/%s:translate"
                .formatted(address.shownHost(), server.address().getPort(), one.name()));
      }
      console.say("Ready (Ctrl-C ends it)");
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      console.say("Ended");
    }
    return 0;
  }
}
