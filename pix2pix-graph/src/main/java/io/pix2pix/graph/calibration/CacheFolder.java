package io.pix2pix.graph.calibration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a user's programs keep what can be made again. */
public final class CacheFolder {
  /** The environment variable that names another folder. */
  public static final String VARIABLE = "PIX2PIX_CACHE";

  private CacheFolder() {}

  /** The folder of this user and system. */
  public static Path current() {
    return of(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
  }

  static Path of(Map<String, String> environment, String system, String home) {
    var own = set(environment, VARIABLE);
    if (own.isPresent()) {
      return Path.of(own.get());
    }
    return base(environment, system, Path.of(home)).resolve("pix2pix");
  }

  private static Path base(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("Mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    boolean windows = system.startsWith("Windows");
    return set(environment, windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME")
        .map(Path::of)
        .orElse(windows ? home.resolve("AppData").resolve("Local") : home.resolve(".cache"));
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
