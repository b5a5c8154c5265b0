package io.pix2pix.spark.worker;

import io.pix2pix.spark.job.WorkerProgram;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a process of pix2pix is started on a worker.
 *
 * @param program that it runs
 * @param parcel in which it travels; empty if it is installed
 * @param classPath names within the parcel
 */
public record Launch(WorkerProgram program, String parcel, List<String> classPath)
    implements Serializable {
  private static final String TARGET = "pix2pix-cli/target";
  private static final String LIBRARIES = TARGET + "/libraries";

  /** Copies the list. */
  public Launch {
    classPath = List.copyOf(classPath);
  }

  /** A process that was not started yet. */
  ProcessBuilder process(WorkerFiles files, String main, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program.options());
    command.add("-cp");
    command.add(classPath(files));
    command.add(main);
    command.addAll(arguments);
    var process = new ProcessBuilder(command);
    process.environment().putAll(program.environment());
    return process;
  }

  private String classPath(WorkerFiles files) throws IOException {
    if (parcel.isEmpty()) {
      var home = Path.of(program.installed());
      return home.resolve(TARGET) + "/*" + File.pathSeparator + home.resolve(LIBRARIES) + "/*";
    }
    var home = files.installed(parcel);
    return classPath.stream()
        .map(name -> home.resolve(name).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * What keeps this worker from running the program; empty if nothing does.
   *
   * @param platform for which the natives are that travel
   */
  String obstacle(String platform) {
    var here = platform();
    if (!parcel.isEmpty()) {
      return here.equals(platform)
          ? ""
          : "is %s, and the program that travels is for %s; install pix2pix on the workers, and say where with program"
              .formatted(here, platform);
    }
    var libraries = Path.of(program.installed()).resolve(LIBRARIES);
    var missing =
        classPath.stream().filter(name -> Files.notExists(libraries.resolve(name))).toList();
    return missing.isEmpty()
        ? ""
        : "has no %s in %s; install the same pix2pix there"
            .formatted(String.join(", ", missing), libraries);
  }

  /** Operating system and processor, as natives are built for them. */
  public static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
