package io.pix2pix.bench.speed.roofline;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the machine can do at most, and what each layer makes of it. A layer cannot be faster than
 * its arithmetic at the peak, nor than its numbers at the bandwidth.
 *
 * @param peak multiply-accumulate operations a second of a large matrix product, in units of 10⁹
 * @param bandwidth bytes a second that a copy reads and writes, in units of 10⁹
 * @param layers the forward pass of each distinct layer, alone
 */
public record Roofline(double peak, double bandwidth, List<LayerSpeed> layers) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Copies the layers. */
  public Roofline {
    layers = List.copyOf(layers);
  }

  /** As JSON on one line. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads what {@link #json} gives.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Roofline parse(String line) {
    try {
      return JSON.readValue(line, Roofline.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no roofline: " + line, e);
    }
  }

  /** The most that can be computed a second with so many operations on each byte, in 10⁹. */
  public double roof(double operationsPerByte) {
    return Math.min(peak, operationsPerByte * bandwidth);
  }

  /** How much of the roof a layer reaches: 1 for all of it. */
  public double share(LayerSpeed layer) {
    return layer.speed() / roof(layer.operationsPerByte());
  }

  /** How many seconds the layers would take at their roofs, as a share of those that they take. */
  public double share() {
    double taken = layers.stream().mapToDouble(LayerSpeed::seconds).sum();
    double needed = layers.stream().mapToDouble(one -> one.seconds() * share(one)).sum();
    return needed / taken;
  }

  /**
   * A layer that was run alone.
   *
   * @param name for example {@code generator/encoder1}
   * @param operation for example {@code convolution 4x4, stride 2}
   * @param output its height, width and channels, for example {@code 64x64x128}
   * @param operations multiply-accumulate operations
   * @param bytes that it reads and writes at least: input, kernel and output
   * @param seconds the median of its runs
   */
  public record LayerSpeed(
      String name, String operation, String output, long operations, long bytes, double seconds) {

    /** Multiply-accumulate operations a second, in units of 10⁹. */
    public double speed() {
      return operations / seconds / 1e9;
    }

    /** Multiply-accumulate operations on each byte. */
    public double operationsPerByte() {
      return (double) operations / bytes;
    }
  }
}
