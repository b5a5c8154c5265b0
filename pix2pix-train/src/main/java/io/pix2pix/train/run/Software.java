package io.pix2pix.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.tensorflow.TensorFlow;

/**
 * The versions that a run was trained with.
 *
 * @param pix2pix of this product; {@code development} where it does not come from a jar
 * @param tensorflow of the native library
 * @param java version and vendor
 */
public record Software(String pix2pix, String tensorflow, String java) {

  /** What runs here. */
  public static Software current() {
    var java = Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    return new Software(version(), TensorFlow.version(), java);
  }

  private static String version() {
    // Maven puts this file into every jar.
    var name = "/META-INF/maven/io.pix2pix/pix2pix-train/pom.properties";
    try (var in = Software.class.getResourceAsStream(name)) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "development");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
