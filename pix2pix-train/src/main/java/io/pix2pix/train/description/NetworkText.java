package io.pix2pix.train.description;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tensorflow.ndarray.Shape;

/** Describes networks in text. */
public final class NetworkText {
  private NetworkText() {}

  /**
   * What counts, on one line; for example {@code 256x256x3 to 256x256x3, 54,413,955 parameters,
   * 6.05 GMAC, receptive field 1021x1021}.
   */
  public static String facts(NetworkDescription network) {
    return String.format(
        Locale.ROOT,
        "%s to %s, %,d parameters, %s, receptive field %dx%d",
        size(network.input()),
        network.outputs().stream().map(NetworkText::size).collect(Collectors.joining(" and ")),
        network.parameters(),
        arithmetic(network.multiplications()),
        network.receptiveField(),
        network.receptiveField());
  }

  /** A table with a line for each layer, and a head. */
  public static ImmutableList<String> table(NetworkDescription network) {
    var lines = ImmutableList.<String>builder();
    int name = width(network, 5, LayerDescription::name);
    int operation = width(network, 9, LayerDescription::operation);
    lines.add(
        line(
            name,
            "layer",
            operation,
            "operation",
            "output",
            "parameters",
            "GMAC",
            "receptive field"));
    for (var layer : network.layers()) {
      lines.add(
          line(
              name,
              layer.name(),
              operation,
              layer.operation(),
              layer.output().numDimensions() == 0 ? "" : size(layer.output()),
              String.format(Locale.ROOT, "%,d", layer.parameters()),
              String.format(Locale.ROOT, "%.4f", layer.multiplications() / 1e9),
              layer.receptiveField() == 0
                  ? ""
                  : layer.receptiveField() + "x" + layer.receptiveField()));
    }
    return lines.build();
  }

  /** Multiply-accumulate operations, for example {@code 6.05 GMAC}. */
  private static String arithmetic(long multiplications) {
    return multiplications >= 1e7
        ? String.format(Locale.ROOT, "%.2f GMAC", multiplications / 1e9)
        : String.format(Locale.ROOT, "%.2f MMAC", multiplications / 1e6);
  }

  /** Width by height by channels of a map. */
  private static String size(Shape map) {
    return map.numDimensions() == 4
        ? map.get(2) + "x" + map.get(1) + "x" + map.get(3)
        : map.toString();
  }

  private static int width(NetworkDescription network, int least, Text text) {
    return network.layers().stream()
        .mapToInt(layer -> text.of(layer).length())
        .reduce(least, Math::max);
  }

  private static String line(
      int name, String first, int operation, String second, String... numbers) {
    var line = new StringBuilder("  ");
    line.append(Strings.padEnd(first, name + 2, ' '))
        .append(Strings.padEnd(second, operation, ' '));
    int[] widths = {14, 12, 9, 17};
    for (int i = 0; i < numbers.length; i++) {
      line.append(Strings.padStart(numbers[i], widths[i], ' '));
    }
    return line.toString().stripTrailing();
  }

  /** A text of a layer. */
  @FunctionalInterface
  private interface Text {
    String of(LayerDescription layer);
  }
}
