package io.pix2pix.spark;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A master and workers of one core each, in processes of their own on this machine. Closing it ends
 * them, and all that they have started. Used by one thread.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final String MASTER = "org.apache.spark.deploy.master.Master";
  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
  private static final String LOOPBACK = "127.0.0.1";
  private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  private final SparkFolder spark;
  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final String master;

  private StandaloneCluster(SparkFolder spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.master = started(STARTED, MASTER, "--host", LOOPBACK, "--port", "0", "--webui-port", "0");
  }

  /**
   * Starts one.
   *
   * @param folder for files of workers
   */
  public static StandaloneCluster start(SparkFolder spark, Path folder, int workers) {
    var cluster = new StandaloneCluster(spark, folder);
    for (int i = 0; i < workers; i++) {
      cluster.startWorker();
    }
    return cluster;
  }

  /** As executors take it. */
  public String master() {
    return master;
  }

  private void startWorker() {
    started(
        REGISTERED,
        WORKER,
        "--host",
        LOOPBACK,
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "600M",
        "--work-dir",
        folder.resolve("work").toString(),
        master);
  }

  /** Starts a process, and waits for what its log says. */
  private String started(Pattern wanted, String... main) {
    try {
      var process = new ProcessBuilder(command(main)).redirectErrorStream(true);
      process.environment().put("SPARK_HOME", spark.home().toString());
      process.environment().put("SPARK_SCALA_VERSION", "2.13");
      process.environment().put("SPARK_LOCAL_IP", LOOPBACK);
      var started = process.start();
      processes.add(started);
      var log =
          new BufferedReader(
              new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
      var said = new StringBuilder();
      for (var line = log.readLine(); line != null; line = log.readLine()) {
        said.append(line).append('\n');
        var match = wanted.matcher(line);
        if (match.find()) {
          drain(log);
          return match.group(match.groupCount());
        }
      }
      return fail("%s has ended:\n%s", main[0], said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(String... main) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", spark.home().resolve("jars") + File.separator + "*"));
    command.addAll(List.of(main));
    return command;
  }

  private static void drain(BufferedReader log) {
    var thread =
        new Thread(
            () -> {
              try (log) {
                while (log.readLine() != null) {
                  // Nobody asks what it says later.
                }
              } catch (IOException e) {
                // It was killed.
              }
            },
            "log of spark");
    thread.setDaemon(true);
    thread.start();
  }

  /** How many of its workers are alive. */
  public long workers() {
    return processes.stream().skip(1).filter(Process::isAlive).count();
  }

  /** All that it has started, and that those have started. */
  private Stream<ProcessHandle> all() {
    return processes.stream()
        .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())));
  }

  @Override
  public void close() {
    var ended = all().toList();
    ended.forEach(ProcessHandle::destroyForcibly);
    for (var process : ended) {
      try {
        process.onExit().get(1, TimeUnit.MINUTES);
      } catch (Exception e) {
        fail(e);
      }
    }
  }

  /** The files that a worker leaves. */
  public Path folder() {
    return Files.exists(folder) ? folder : fail("%s is gone", folder);
  }
}
