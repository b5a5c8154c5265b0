package io.pix2pix.spark;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.net.HostAndPort;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.spark.job.ClusterSettings;
import io.pix2pix.spark.job.WorkerProgram;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What all plug-ins of this jar are told of the cluster.
 *
 * @param master as Spark writes it
 * @param tasks at once
 * @param threads of a task
 * @param home the folder of Spark; empty for that of the environment
 * @param program the folder of pix2pix on every worker; empty if it travels
 * @param timeout seconds until a worker must have answered
 * @param conf properties of Spark, {@code key=value} each
 */
record SparkSettings(
    String master,
    int tasks,
    int threads,
    String home,
    String program,
    int timeout,
    ImmutableList<String> conf) {
  private static final String STANDALONE = "spark://";
  private static final int USUAL_PORT = 7077;
  private static final int CONNECT_MILLIS = 5_000;
  private static final String CALIBRATE = "pix2pix.calibrate";
  private static final ImmutableList<String> FOR_TENSORFLOW = ImmutableList.of("TF_", "MALLOC_");
  private static final ImmutableList<String> KEPT_OPTIONS =
      ImmutableList.of("-Xm", "-Xss", "-XX:+Use", "--enable-native-access");
  private static final ImmutableList<String> OPENED =
      ImmutableList.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  /**
   * Refuses what can be told without asking the cluster for work.
   *
   * @throws InvalidInputException if Spark is missing, a property is none, or the master does not
   *     answer within five seconds
   */
  void check() {
    SparkHome.find(home);
    properties();
    if (master.startsWith(STANDALONE)) {
      requireAnswer(master.substring(STANDALONE.length()));
    }
  }

  /** One of several masters is enough. */
  private void requireAnswer(String hosts) {
    var failure = new IOException("nobody was asked");
    for (var host : Splitter.on(',').split(hosts)) {
      try (var socket = new Socket()) {
        var address = HostAndPort.fromString(host).withDefaultPort(USUAL_PORT);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
        return;
      } catch (IOException e) {
        failure = e;
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(
            master + ": is no master; write it as spark://host:7077", e);
      }
    }
    throw new InvalidInputException(
        "%s: does not answer (%s); start a master there, or give the address that its page shows"
            .formatted(master, failure.getMessage()),
        failure);
  }

  /** A folder of this machine as Hadoop writes it, which escapes nothing. */
  static String local(Path folder) {
    return "file://" + folder.toAbsolutePath().normalize();
  }

  /** How the cluster is asked for work. */
  ClusterSettings cluster(String name, String folder, Path jar) {
    return new ClusterSettings(
        master, name, folder, threads, tasks, timeout, properties(), List.of(jar.toString()));
  }

  private Map<String, String> properties() {
    var all = new TreeMap<String, String>();
    var defaults = SparkHome.find(home).defaults();
    if (Files.exists(defaults)) {
      var read = new Properties();
      try (var in = Files.newBufferedReader(defaults)) {
        read.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new InvalidInputException(defaults + ": cannot be read (" + e + ")", e);
      }
      read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key).strip()));
    }
    for (var line : conf) {
      int at = line.indexOf('=');
      if (at < 1 || !line.startsWith("spark.")) {
        throw new InvalidInputException(
            "conf: \"" + line + "\" must be a property of Spark, such as spark.executor.memory=1g");
      }
      all.put(line.substring(0, at), line.substring(at + 1));
    }
    return ImmutableMap.copyOf(all);
  }

  /** How workers start pix2pix: as this process was started. */
  WorkerProgram workerProgram() {
    var classPath =
        Splitter.on(File.pathSeparator)
            .omitEmptyStrings()
            .splitToStream(System.getProperty("java.class.path"))
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .filter(Files::exists)
            .map(Path::toString)
            .toList();
    return new WorkerProgram(program, classPath, options(), environment());
  }

  private static ImmutableList<String> options() {
    var options = ImmutableList.<String>builder();
    options.add("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> KEPT_OPTIONS.stream().anyMatch(option::startsWith))
        .forEach(options::add);
    var calibrate = System.getProperty(CALIBRATE);
    if (calibrate != null) {
      options.add("-D" + CALIBRATE + "=" + calibrate);
    }
    return options.build();
  }

  /** Results depend on it. */
  private static Map<String, String> environment() {
    var wanted = new HashMap<>(System.getenv());
    wanted.keySet().removeIf(name -> FOR_TENSORFLOW.stream().noneMatch(name::startsWith));
    return wanted;
  }

  /**
   * The command of a driver.
   *
   * @param main its class
   * @param jar of this plug-in
   */
  ProcessBuilder driver(String main, Path jar) {
    var spark = SparkHome.find(home);
    var command = ImmutableList.<String>builder();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    command.add("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");
    command.add("-XX:+IgnoreUnrecognizedVMOptions", "-Djdk.reflect.useDirectMethodHandle=false");
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    var more = properties().getOrDefault("spark.driver.extraClassPath", "");
    var classPath = jar + File.pathSeparator + spark.classPath();
    command.add("-cp", more.isEmpty() ? classPath : classPath + File.pathSeparator + more);
    var builder = new ProcessBuilder(command.add(main).build());
    builder.environment().put("SPARK_HOME", spark.path().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    return builder;
  }
}
