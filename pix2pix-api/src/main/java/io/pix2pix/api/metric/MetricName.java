package io.pix2pix.api.metric;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What a value of a metric is called.
 *
 * @param name the name of the metric, then a dot and what it is where there are several, for
 *     example {@code fcn-score.class-iou}: a column in tables, and what an experiment names
 * @param unit and range of the value, for table heads; for example {@code dB}
 * @param direction which values are good ones
 */
public record MetricName(String name, String unit, Direction direction) {

  /**
   * @throws IllegalArgumentException if the name has other than letters, digits, dots and dashes,
   *     or the unit has a comma
   */
  public MetricName {
    checkArgument(name.matches("[A-Za-z0-9.-]+"), "not the name of a value: \"%s\"", name);
    checkArgument(unit.indexOf(',') < 0, "a unit stands in a table and has no comma: %s", unit);
  }

  /** The metric that gives the value: what stands before the first dot. */
  public String metric() {
    return metric(name);
  }

  /** The metric that gives the value of that name. */
  public static String metric(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
