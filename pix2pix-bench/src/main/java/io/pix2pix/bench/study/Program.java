package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * The program that runs cell tasks, to be started in another process.
 *
 * @param start the command up to the file with the task
 */
public record Program(ImmutableList<String> start) {
  private static final String CALIBRATE = "pix2pix.calibrate";

  /** An option of the program, after the file with the task. */
  public static final String STOP_AT_END_OF_INPUT = "--stop-at-end-of-input";

  /**
   * A program that runs on this Java, with the options and the class path of this process.
   *
   * @param main its main class, and arguments that come before the file with the task
   */
  public static Program current(String... main) {
    var java = ImmutableList.<String>builder();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
        .forEach(java::add);
    // Set by an option of a command, it is not among the options of this Java.
    var calibrate = System.getProperty(CALIBRATE);
    if (calibrate != null) {
      java.add("-D" + CALIBRATE + "=" + calibrate);
    }
    java.add("-cp", System.getProperty("java.class.path"));
    return new Program(java.add(main).build());
  }

  /** The command that starts it with arguments. */
  ImmutableList<String> command(List<String> arguments) {
    return ImmutableList.<String>builder().addAll(start).addAll(arguments).build();
  }
}
