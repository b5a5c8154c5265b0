package io.pix2pix.bench.speed.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.roofline.Roofline;
import io.pix2pix.bench.speed.roofline.Roofline.LayerSpeed;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The roofline as a picture: operations on each byte to the right, speed upwards, both by powers of
 * ten, under what the machine can do at most.
 *
 * @param peak of arithmetic, for people
 * @param bandwidth of memory, for people
 * @param share of the roof that all layers reach together
 * @param roof the line, as an SVG path
 * @param verticals lines at powers of ten
 * @param horizontals likewise
 * @param dots the layers
 * @param layers the same as a table, those that take longest first
 */
record RooflinePlot(
    String peak,
    String bandwidth,
    String share,
    String roof,
    ImmutableList<Line> verticals,
    ImmutableList<Line> horizontals,
    ImmutableList<Dot> dots,
    ImmutableList<Row> layers) {
  private static final double LEFT = 50;
  private static final double WIDTH = 660;
  private static final double TOP = 10;
  private static final double HEIGHT = 280;

  /** The powers of ten that the axes end with. */
  private record Axis(int low, int high) {
    static Axis of(DoubleStream values) {
      var all = values.map(Math::log10).summaryStatistics();
      int low = (int) Math.floor(all.getMin());
      return new Axis(low, Math.max(low + 1, (int) Math.ceil(all.getMax())));
    }

    double share(double value) {
      return (Math.log10(value) - low) / (high - low);
    }
  }

  static RooflinePlot of(Roofline roofline) {
    var layers = roofline.layers();
    double corner = roofline.peak() / roofline.bandwidth();
    var x =
        Axis.of(
            DoubleStream.concat(
                DoubleStream.of(corner),
                layers.stream().mapToDouble(LayerSpeed::operationsPerByte)));
    var y =
        Axis.of(
            DoubleStream.concat(
                DoubleStream.of(roofline.peak()), layers.stream().mapToDouble(LayerSpeed::speed)));
    return new RooflinePlot(
        digits("%.0f", roofline.peak()),
        digits("%.0f", roofline.bandwidth()),
        digits("%.0f", 100 * roofline.share()),
        roof(roofline, x, y),
        lines(x, LEFT, WIDTH),
        lines(y, TOP + HEIGHT, -HEIGHT),
        layers.stream().map(layer -> dot(roofline, layer, x, y)).collect(toImmutableList()),
        layers.stream()
            .sorted(Comparator.comparing(LayerSpeed::seconds).reversed())
            .map(layer -> Row.of(roofline, layer))
            .collect(toImmutableList()));
  }

  private static String roof(Roofline roofline, Axis x, Axis y) {
    double corner = roofline.peak() / roofline.bandwidth();
    double start = Math.max(Math.pow(10, x.low()), Math.pow(10, y.low()) / roofline.bandwidth());
    return "M%s,%sL%s,%sL%s,%s"
        .formatted(
            right(x, start),
            up(y, roofline.roof(start)),
            right(x, corner),
            up(y, roofline.peak()),
            right(x, Math.pow(10, x.high())),
            up(y, roofline.peak()));
  }

  private static ImmutableList<Line> lines(Axis axis, double start, double length) {
    return IntStream.rangeClosed(axis.low(), axis.high())
        .mapToObj(
            power ->
                new Line(
                    digits("%.1f", start + length * axis.share(Math.pow(10, power))),
                    digits(power < 0 ? "%." + -power + "f" : "%.0f", Math.pow(10, power))))
        .collect(toImmutableList());
  }

  private static Dot dot(Roofline roofline, LayerSpeed layer, Axis x, Axis y) {
    var row = Row.of(roofline, layer);
    return new Dot(
        right(x, layer.operationsPerByte()),
        up(y, layer.speed()),
        layer.name().replaceAll("/.*", ""),
        "%s: %s GMAC/s, %s %% of the roof".formatted(layer.name(), row.speed(), row.share()));
  }

  private static String right(Axis x, double value) {
    return digits("%.1f", LEFT + WIDTH * x.share(value));
  }

  private static String up(Axis y, double value) {
    return digits("%.1f", TOP + HEIGHT * (1 - y.share(value)));
  }

  private static String digits(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** A line of the grid: where, and its number. */
  record Line(String at, String label) {}

  /** A layer: where, of which network, and its words. */
  record Dot(String x, String y, String network, String words) {}

  /** A layer in words. */
  record Row(
      String name,
      String operation,
      String output,
      String operations,
      String time,
      String speed,
      String share) {
    static Row of(Roofline roofline, LayerSpeed layer) {
      return new Row(
          layer.name(),
          layer.operation(),
          layer.output(),
          digits("%.3f", layer.operations() / 1e9),
          digits("%.2f", 1000 * layer.seconds()),
          digits("%.1f", layer.speed()),
          digits("%.0f", 100 * roofline.share(layer)));
    }
  }
}
