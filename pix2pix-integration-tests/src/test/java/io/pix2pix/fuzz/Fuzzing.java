package io.pix2pix.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What Jazzer calls, which is no dependency of the build: {@code docs/trust.md} has the command.
 * The target is named by {@code --target_args}; where several are, with commas between them, each
 * input goes to all.
 */
public final class Fuzzing {
  private static ImmutableList<FuzzTarget> targets = ImmutableList.of();
  private static @Nullable Path folder;

  private Fuzzing() {}

  /** Called once. */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.OFF); // thousands of inputs a second are warned of
    }
    targets =
        Splitter.on(',')
            .splitToStream(arguments[0])
            .map(FuzzTargets::named)
            .collect(ImmutableList.toImmutableList());
    folder = Files.createTempDirectory("fuzz");
    fuzzerTestOneInput(new byte[0]); // classes are loaded before the time of an input is limited
  }

  /** Called with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    targets.forEach(target -> target.run(Objects.requireNonNull(folder), input));
  }
}
