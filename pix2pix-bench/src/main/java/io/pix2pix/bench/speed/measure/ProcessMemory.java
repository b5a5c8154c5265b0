package io.pix2pix.bench.speed.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory that this process holds, in mebibytes; 0 where the system does not tell. */
public final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double KIBIBYTES = 1024;

  private ProcessMemory() {}

  /** The most that it has held. */
  public static double peak() {
    return read("VmHWM:");
  }

  /** What it holds now. */
  public static double resident() {
    return read("VmRSS:");
  }

  private static double read(String key) {
    try {
      return Files.isReadable(STATUS) ? mebibytes(key, Files.readAllLines(STATUS)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * @param status lines such as {@code VmHWM: 123456 kB}
   */
  static double mebibytes(String key, List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES)
        .findFirst()
        .orElse(0);
  }
}
