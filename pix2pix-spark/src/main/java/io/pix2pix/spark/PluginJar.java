package io.pix2pix.spark;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The jar of this plug-in, which drivers and workers need beside Spark's. */
final class PluginJar {
  private static final String PACKAGE = "io/pix2pix/spark";

  private PluginJar() {}

  /**
   * Where it lies; where classes lie in a folder instead, a jar is made of them.
   *
   * @param folder for such a jar
   */
  static Path of(Path folder) {
    try {
      var source = PluginJar.class.getProtectionDomain().getCodeSource().getLocation();
      var path = Path.of(source.toURI());
      return Files.isDirectory(path) ? packed(path, folder.resolve("pix2pix-spark.jar")) : path;
    } catch (IOException | URISyntaxException e) {
      throw new InvalidInputException("spark: the jar of the plug-in cannot be read: " + e, e);
    }
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var walk = Files.walk(classes.resolve(PACKAGE))) {
      for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
