package io.pix2pix.cli.tracking;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.cli.console.Console;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends to a tracker what it lacks of a run or a study. */
@Command(
    name = "track",
    mixinStandardHelpOptions = true,
    description =
        "Sends to a tracker, such as a server of MLflow, what it lacks of a run or a study: also of"
            + " one that was trained without it, or while it was down.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix track runs/facades --track mlflow:http://localhost:5000",
      "  MLFLOW_TRACKING_URI=http://localhost:5000 pix2pix track runs/table-1",
      "",
      "What was sent is noted in tracking.json of the folder. Credentials are taken",
      "from MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or from",
      "MLFLOW_TRACKING_TOKEN. pix2pix list tracker shows every tracker.",
    })
public final class TrackCommand implements Callable<Integer> {
  private final Trackers trackers;

  @Parameters(paramLabel = "DIR", description = "the folder of a run or a study")
  private Path folder = Path.of("");

  @Mixin private TrackOption option = new TrackOption();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  TrackCommand(Trackers trackers) {
    this.trackers = trackers;
  }

  @Override
  public Integer call() throws InterruptedException {
    var tracking =
        trackers
            .chosen(option)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "--track: nothing says where; give mlflow:URI, or set MLFLOW_TRACKING_URI"));
    try {
      tracking.send(folder);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: cannot be reached now (%s); what was sent is noted, try again later"
              .formatted(
                  tracking.address(),
                  e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
          e);
    }
    Console.of(spec).say("Sent " + folder + " to " + tracking.address());
    return 0;
  }
}
