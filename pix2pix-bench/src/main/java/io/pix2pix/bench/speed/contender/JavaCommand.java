package io.pix2pix.bench.speed.contender;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Starts a program on this Java, with the options and the class path of this process. */
public final class JavaCommand {
  private JavaCommand() {}

  /**
   * The command.
   *
   * @param main the main class, and its arguments
   */
  public static ImmutableList<String> of(String... main) {
    var command = ImmutableList.<String>builder();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Agents, for example of a debugger, belong to one process and would slow the other down.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
        .forEach(command::add);
    command.add("-cp", System.getProperty("java.class.path"));
    return command.add(main).build();
  }
}
