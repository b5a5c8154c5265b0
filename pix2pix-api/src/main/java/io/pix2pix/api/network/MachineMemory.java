package io.pix2pix.api.network;

import com.sun.management.OperatingSystemMXBean;
import io.pix2pix.api.error.InvalidInputException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tensorflow.ndarray.Shape;

/**
 * The memory that there is. TensorFlow ends the process where more is asked for; what cannot fit is
 * refused before it is asked. Safe for use by several threads.
 */
public final class MachineMemory {
  /** How a user says it, in gigabytes: {@code 64g}. */
  public static final String PROPERTY = "pix2pix.memory";

  private static final Pattern GIGABYTES = Pattern.compile("([1-9][0-9]{0,5})g");
  private static final int BYTES_OF_FLOAT = 4;

  private MachineMemory() {}

  /**
   * Bytes of the machine or, where that is less, of the container; what {@code pix2pix.memory} says
   * goes before both.
   *
   * @throws InvalidInputException if the property is no number of gigabytes
   */
  public static long bytes() {
    var said = System.getProperty(PROPERTY);
    if (said != null) {
      var number = GIGABYTES.matcher(said);
      if (!number.matches()) {
        throw new InvalidInputException(
            "-D%s=%s: must be gigabytes, for example 64g".formatted(PROPERTY, said));
      }
      return Long.parseLong(number.group(1)) << 30;
    }
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system == null ? Long.MAX_VALUE : system.getTotalMemorySize();
  }

  /** The size of a tensor of floats, exact or too large for a long. */
  public static double bytes(Shape shape) {
    double bytes = BYTES_OF_FLOAT;
    for (int i = 0; i < shape.numDimensions(); i++) {
      bytes *= shape.get(i);
    }
    return bytes;
  }

  /**
   * Refuses what this machine cannot hold.
   *
   * @param what it is, for messages
   * @param bytes that it takes
   * @param right what a user can do
   * @throws InvalidInputException if there is less memory
   */
  public static void require(String what, double bytes, String right) {
    if (bytes > bytes()) {
      throw new InvalidInputException(
          "%s: take about %s of memory, and there are %s; %s"
              .formatted(what, words(bytes), words((double) bytes()), right));
    }
  }

  /** For example {@code 870 MB}, {@code 2.3 GB} or {@code 23 GB}. */
  public static String words(double bytes) {
    double gigabytes = bytes / (1L << 30);
    if (gigabytes < 1) {
      return String.format(Locale.ROOT, "%.0f MB", gigabytes * 1024);
    }
    return String.format(Locale.ROOT, gigabytes < 10 ? "%.1f GB" : "%,.0f GB", gigabytes);
  }
}
