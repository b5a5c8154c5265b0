package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.train.experiment.SettingType.Choice;
import io.pix2pix.train.experiment.Tree.Scalar;
import java.util.Optional;
import tools.jackson.databind.node.StringNode;

/**
 * The values that a setting allows; of a list, its elements.
 *
 * @param min the least number
 * @param max the greatest number
 * @param allowed the only values, as an experiment file says them; empty if range and type suffice
 */
record Constraints(double min, double max, ImmutableList<String> allowed) {

  static Constraints of(Setting setting) {
    return new Constraints(setting.min(), setting.max(), ImmutableList.copyOf(setting.allowed()));
  }

  /** In words, for example {@code at least 1}; empty if there are none. */
  String words() {
    return allowed.isEmpty() ? range() : "one of " + String.join(", ", allowed);
  }

  /** What is wrong with a number, text, truth or constant, and what would be right. */
  Optional<String> problem(Object value) {
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      return Optional.of("must be a finite number, not " + number);
    } else if (value instanceof Number number && !inRange(number.doubleValue())) {
      return Optional.of("must be " + range() + ", not " + Scalar.written(number));
    } else if (!isAllowed(value)) {
      return Optional.of(
          "must be " + words() + ", not " + words(value) + Suggestion.near(allowed, text(value)));
    }
    return Optional.empty();
  }

  private String range() {
    if (min == Double.NEGATIVE_INFINITY) {
      return max == Double.POSITIVE_INFINITY ? "" : "at most " + Scalar.written(max);
    }
    return max == Double.POSITIVE_INFINITY
        ? "at least " + Scalar.written(min)
        : "between " + Scalar.written(min) + " and " + Scalar.written(max);
  }

  private boolean inRange(double value) {
    return min <= value && value <= max;
  }

  private boolean isAllowed(Object value) {
    return allowed.isEmpty() || allowed.contains(text(value));
  }

  private static String words(Object value) {
    return value instanceof Number ? text(value) : StringNode.valueOf(text(value)).toString();
  }

  private static String text(Object value) {
    if (value instanceof Number number) {
      return Scalar.written(number);
    }
    return value instanceof Enum<?> constant ? Choice.nameOf(constant) : value.toString();
  }
}
