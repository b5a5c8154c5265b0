package io.pix2pix.train.run;

import java.util.Map;
import java.util.Optional;

/** How the C library of Linux keeps memory between steps. */
public final class Allocator {
  private static final String THRESHOLD = "MALLOC_MMAP_THRESHOLD_";

  private Allocator() {}

  /** What to tell a user whose process gives memory back after every step, if it does. */
  public static Optional<String> advice() {
    return advice(System.getenv(), System.getProperty("os.name"));
  }

  static Optional<String> advice(Map<String, String> environment, String system) {
    if (!system.equals("Linux") || environment.containsKey(THRESHOLD)) {
      return Optional.empty();
    }
    return Optional.of(
        THRESHOLD
            + " is not set: memory is given back to the system after every step, which makes steps"
            + " slower; start the program with the environment of docs/performance.md");
  }
}
