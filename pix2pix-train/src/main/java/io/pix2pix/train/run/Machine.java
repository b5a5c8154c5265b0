package io.pix2pix.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine that a run was trained on.
 *
 * @param system name and version of the operating system
 * @param architecture for example {@code amd64}
 * @param processors that this process may use
 * @param processor its model, if the system tells
 */
public record Machine(
    String system, String architecture, int processors, Optional<String> processor) {

  /** The machine that this runs on. */
  public static Machine current() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        processor(Path.of("/proc/cpuinfo")));
  }

  static Optional<String> processor(Path cpuinfo) {
    try (var lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
