package io.pix2pix.train.plot;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Where values stand in a plot.
 *
 * @param low the least value
 * @param high the greatest value, more than the least
 * @param from where the least stands
 * @param to where the greatest stands
 */
public record PlotAxis(double low, double high, double from, double to) {

  /** Where a value stands; values beyond an end stand there. */
  public double position(double value) {
    double inside = Math.max(low, Math.min(high, value));
    return from + (inside - low) / (high - low) * (to - from);
  }

  /** A mark at a value. */
  public Tick tick(double value, String label) {
    return new Tick(label, position(value));
  }

  /** Round values from end to end, some more or fewer than asked for. */
  public ImmutableList<Tick> ticks(int about) {
    double step = roundStep((high - low) / about);
    return LongStream.rangeClosed(
            (long) Math.ceil(low / step - 1e-9), (long) Math.floor(high / step + 1e-9))
        .mapToObj(count -> tick(count * step, label(count * step, step)))
        .collect(toImmutableList());
  }

  private static double roundStep(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double times = step / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }

  private static String label(double value, double step) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step * 1.000001)));
    var format = decimals <= 4 ? "%,." + decimals + "f" : "%.1e";
    return String.format(Locale.ROOT, format, value);
  }

  /**
   * A labeled place.
   *
   * @param label the value there
   * @param at where it stands
   */
  public record Tick(String label, double at) {}
}
