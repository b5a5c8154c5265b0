package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Sessions;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * This program, to be started again.
 *
 * @param java the command, and its options up to the main class
 * @param main the main class
 */
public record Program(ImmutableList<String> java, String main) {

  /**
   * The program as it runs here.
   *
   * @param main the class whose {@code main} takes the commands of pix2pix
   */
  public static Program current(String main) {
    var java = ImmutableList.<String>builder();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
        .filter(option -> !option.startsWith("-D" + Sessions.THREADS))
        .forEach(java::add);
    java.add("-cp", System.getProperty("java.class.path"));
    return new Program(java.build(), main);
  }

  /** The command that starts it with other arguments and that many threads. */
  ImmutableList<String> command(int threads, List<String> arguments) {
    return ImmutableList.<String>builder()
        .addAll(java)
        .add("-D" + Sessions.THREADS + "=" + threads)
        .add(main)
        .addAll(arguments)
        .build();
  }
}
