package io.pix2pix.api.network;

import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** Whether this machine's processor multiplies {@link Precision#BFLOAT16} by itself. */
public final class Bfloat16Processor {
  /** As Linux names the instructions of Intel's and AMD's processors, and of ARM's. */
  private static final Set<String> INSTRUCTIONS = Set.of("avx512_bf16", "amx_bf16", "bf16");

  private static final Supplier<Boolean> HERE =
      Suppliers.memoize(() -> isTold(Path.of("/proc/cpuinfo")));

  private Bfloat16Processor() {}

  /**
   * Whether it does. Systems other than Linux do not tell, and count as those that do not: results
   * are the same, computed in more steps.
   */
  public static boolean isHere() {
    return HERE.get();
  }

  static boolean isTold(Path cpuinfo) {
    try (var lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .flatMap(Splitter.on(' ')::splitToStream)
          .anyMatch(INSTRUCTIONS::contains);
    } catch (IOException e) {
      return false;
    }
  }
}
