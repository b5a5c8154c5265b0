package io.pix2pix.bench.speed.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that this process has held. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String KEY = "VmHWM:";
  private static final double KIBIBYTES = 1024;

  private PeakMemory() {}

  /** In mebibytes; 0 where the system does not tell. */
  static double mebibytes() {
    try {
      return Files.isReadable(STATUS) ? mebibytes(Files.readAllLines(STATUS)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * @param status lines such as {@code VmHWM: 123456 kB}
   */
  static double mebibytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(KEY))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES)
        .findFirst()
        .orElse(0);
  }
}
