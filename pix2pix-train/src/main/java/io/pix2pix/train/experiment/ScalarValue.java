package io.pix2pix.train.experiment;

import io.pix2pix.train.experiment.SettingType.Choice;
import io.pix2pix.train.experiment.SettingType.Decimal;
import io.pix2pix.train.experiment.SettingType.Text;
import io.pix2pix.train.experiment.SettingType.Truth;
import io.pix2pix.train.experiment.SettingType.Whole;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.Scalar;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** Turns single values of YAML into Java's and back, without any coercion. */
final class ScalarValue {
  private ScalarValue() {}

  /**
   * The value in the type of its setting.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it is of another type, or too large
   */
  static Object of(SettingType type, Tree tree, KeyPath at) {
    Optional<?> value =
        tree instanceof Scalar scalar ? read(type, number(type, scalar)) : Optional.empty();
    if (value.isPresent()) {
      return value.get();
    }
    throw tree.source().problem(at, wrongType(type, tree));
  }

  /** The YAML of a number, text, truth or constant. */
  static JsonNode toYaml(Object value) {
    if (value instanceof Boolean truth) {
      return BooleanNode.valueOf(truth);
    } else if (value instanceof Double number) {
      return DoubleNode.valueOf(number);
    } else if (value instanceof Number number) {
      return LongNode.valueOf(number.longValue());
    }
    return StringNode.valueOf(
        value instanceof Enum<?> constant ? Choice.nameOf(constant) : value.toString());
  }

  /** What is written where a number is expected, as a number if it is one. */
  private static JsonNode number(SettingType type, Scalar scalar) {
    boolean expected = type instanceof Whole || type instanceof Decimal;
    return expected
        ? scalar.text().flatMap(PlainNumber::of).orElse(scalar.value())
        : scalar.value();
  }

  private static Optional<?> read(SettingType type, JsonNode node) {
    if (type instanceof Whole whole) {
      return node.isIntegralNumber() ? whole(whole, node) : Optional.empty();
    } else if (type instanceof Decimal) {
      return node.isNumber() ? Optional.of(node.doubleValue()) : Optional.empty();
    } else if (type instanceof Truth) {
      return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    } else if (type instanceof Choice choice) {
      return text(node).map(choice.constants()::get);
    }
    return type instanceof Text ? text(node) : Optional.empty();
  }

  private static Optional<?> whole(Whole type, JsonNode node) {
    if (type.wide()) {
      return node.canConvertToLong() ? Optional.of(node.longValue()) : Optional.empty();
    }
    return node.canConvertToInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static String wrongType(SettingType type, Tree tree) {
    var words = "must be " + type.expected() + ", not " + tree.words();
    if (type instanceof Choice choice) {
      var known = choice.constants().keySet();
      return words + tree.text().map(text -> Suggestion.near(known, text)).orElse("");
    } else if (type instanceof Whole whole && isWhole(tree)) {
      return tooLarge(whole, tree);
    }
    return type instanceof Text && tree instanceof Scalar
        ? words + "; in quotes it is text: \"" + tree.words() + "\""
        : words;
  }

  private static boolean isWhole(Tree tree) {
    return tree instanceof Scalar scalar && scalar.value().isIntegralNumber();
  }

  private static String tooLarge(Whole type, Tree tree) {
    return String.format(
        "must be between %s and %s, not %s",
        type.wide() ? Long.MIN_VALUE : Integer.MIN_VALUE,
        type.wide() ? Long.MAX_VALUE : Integer.MAX_VALUE,
        tree.words());
  }
}
