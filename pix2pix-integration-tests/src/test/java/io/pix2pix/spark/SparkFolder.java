package io.pix2pix.spark;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A folder of Spark 4.0 for tests.
 *
 * @param home with Spark's jars in {@code jars}
 */
public record SparkFolder(Path home) {
  private static final String PROPERTY = "pix2pix.spark";

  /**
   * That of {@code -Dpix2pix.spark}, or of SPARK_HOME, or the one that the build fetches. A test is
   * skipped without one, or fails where the environment says {@code CI=true}.
   */
  public static SparkFolder find() {
    var root = Path.of(System.getProperty("pix2pix.root", ".."));
    return Stream.of(
            Optional.ofNullable(System.getProperty(PROPERTY)).map(root::resolve),
            Optional.ofNullable(System.getenv("SPARK_HOME")).map(Path::of),
            Optional.of(root.resolve("pix2pix-spark/target/spark")))
        .flatMap(Optional::stream)
        .filter(path -> Files.isDirectory(path.resolve("jars")))
        .findFirst()
        .map(SparkFolder::new)
        .orElseGet(SparkFolder::none);
  }

  private static SparkFolder none() {
    var words = "there is no Spark: ./mvnw -f pix2pix-spark/src/test/spark package fetches it";
    return "true".equals(System.getenv("CI")) ? fail(words) : abort(words);
  }

  /** A jar with a class of the tests, and those within it. */
  public static Path jar(Class<?> type, Path folder) throws IOException {
    var name = type.getName().replace('.', '/');
    var source = type.getProtectionDomain().getCodeSource().getLocation();
    var classes = Path.of(source.getPath());
    var jar = Files.createDirectories(folder).resolve(type.getSimpleName() + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.list(classes.resolve(name).getParent())) {
      for (var file : files.filter(file -> isOf(type, file)).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static boolean isOf(Class<?> type, Path file) {
    var name = file.getFileName().toString();
    return name.equals(type.getSimpleName() + ".class")
        || name.startsWith(type.getSimpleName() + "$");
  }
}
