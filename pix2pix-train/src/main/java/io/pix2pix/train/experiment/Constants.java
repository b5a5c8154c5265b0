package io.pix2pix.train.experiment;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.util.regex.Pattern;

/** How the constants of an enum are written in an experiment file. */
final class Constants {
  private static final Pattern UPPER_CASE = Pattern.compile("[A-Z0-9_]+");

  private Constants() {}

  /** What the constant calls itself, else {@code LEAST_SQUARES} as {@code least-squares}. */
  static String nameOf(Enum<?> constant) {
    var name = constant.name();
    if (!constant.toString().equals(name)) {
      return constant.toString();
    }
    return UPPER_CASE.matcher(name).matches() ? Ascii.toLowerCase(name).replace('_', '-') : name;
  }

  /** All constants by what they are called, in the order of their declaration. */
  static ImmutableMap<String, Enum<?>> of(Class<?> type) {
    var constants = ImmutableMap.<String, Enum<?>>builder();
    for (Object constant : type.getEnumConstants()) {
      constants.put(nameOf((Enum<?>) constant), (Enum<?>) constant);
    }
    return constants.buildOrThrow();
  }
}
