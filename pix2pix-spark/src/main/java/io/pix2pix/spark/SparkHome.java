package io.pix2pix.spark;

import io.pix2pix.api.error.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with Spark 4.0.
 *
 * @param path of it; Spark's jars are in {@code jars}
 */
record SparkHome(Path path) {
  private static final String VARIABLE = "SPARK_HOME";
  private static final Pattern CORE = Pattern.compile("spark-core_([0-9.]+)-(.+)\\.jar");
  private static final String SCALA = "2.13";
  private static final String VERSION = "4.0.";

  /**
   * Where the user says that it is.
   *
   * @param named in the settings; empty for what the environment says
   * @throws InvalidInputException if there is none, or another version of it
   */
  static SparkHome find(String named) {
    var path =
        Optional.of(named)
            .filter(name -> !name.isEmpty())
            .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
            .filter(name -> !name.isEmpty())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "spark: there is no Spark; unpack Spark 4.0 and name its folder with"
                            + " SPARK_HOME, or with the setting home (docs/spark.md)"));
    var home = new SparkHome(Path.of(path).toAbsolutePath().normalize());
    home.check();
    return home;
  }

  private void check() {
    var core = core();
    var found = core.group(2) + " for Scala " + core.group(1);
    if (!core.group(1).equals(SCALA) || !core.group(2).startsWith(VERSION)) {
      throw new InvalidInputException(
          "%s: is Spark %s; give a folder of Spark 4.0 for Scala 2.13".formatted(path, found));
    }
  }

  private Matcher core() {
    var jars = path.resolve("jars");
    try (var files = Files.newDirectoryStream(jars, "spark-core_*.jar")) {
      for (var file : files) {
        var matcher = CORE.matcher(file.getFileName().toString());
        if (matcher.matches()) {
          return matcher;
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          jars + ": cannot be listed (" + e + "); give the folder of Spark 4.0", e);
    }
    throw new InvalidInputException(
        jars + ": holds no spark-core jar; give the folder of Spark 4.0, as it is unpacked");
  }

  /** Its class path, and what the user has configured. */
  String classPath() {
    return path.resolve("conf") + File.pathSeparator + path.resolve("jars") + "/*";
  }

  Path defaults() {
    return path.resolve("conf").resolve("spark-defaults.conf");
  }
}
