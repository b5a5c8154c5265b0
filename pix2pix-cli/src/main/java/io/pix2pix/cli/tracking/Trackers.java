package io.pix2pix.cli.tracking;

import io.pix2pix.bench.tracking.Tracker;
import io.pix2pix.bench.tracking.Tracking;
import io.pix2pix.train.experiment.PluginReader;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The trackers that runs can report to. */
public final class Trackers {
  private static final String NONE = "none";
  private static final Pattern WITH_ADDRESS = Pattern.compile("([a-z][a-z0-9-]*):(\\S.*)");

  private final PluginReader plugins;

  @Inject
  Trackers(PluginReader plugins) {
    this.plugins = plugins;
  }

  /**
   * What the user said, else what the environment does.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if there is no such tracker, or it cannot be
   *     talked to as it stands
   */
  public Optional<Tracking> chosen(TrackOption option) {
    return chosen(option, System.getenv());
  }

  Optional<Tracking> chosen(TrackOption option, Map<String, String> environment) {
    var tracker =
        option.said().isPresent()
            ? option.said().filter(said -> !said.equals(NONE)).map(this::read)
            : inEnvironment(environment);
    return tracker.map(one -> new Tracking(one.connect(environment), one.address()));
  }

  private Tracker read(String said) {
    var parts = WITH_ADDRESS.matcher(said);
    return parts.matches()
        ? plugins.read(Tracker.class, parts.group(1), "--track").at(parts.group(2))
        : plugins.read(Tracker.class, said, "--track");
  }

  private Optional<Tracker> inEnvironment(Map<String, String> environment) {
    return plugins.all(Tracker.class).values().stream()
        .flatMap(tracker -> tracker.inEnvironment(environment).stream())
        .findFirst();
  }
}
