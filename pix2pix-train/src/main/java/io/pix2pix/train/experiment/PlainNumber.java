package io.pix2pix.train.experiment;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;

/**
 * Numbers of YAML that its parser takes for text: those of YAML 1.2's core schema, such as {@code
 * .5}, {@code +1} and {@code 0x1F}, and those with underscores between digits.
 */
final class PlainNumber {
  private static final Pattern UNDERSCORE = Pattern.compile("(?<=[0-9])_(?=[0-9])");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");

  /** What the parser takes for a number: as text it was in quotes, and was meant to be text. */
  private static final Pattern IN_QUOTES =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  /** To read a number takes a time that grows with the square of its digits. */
  private static final int LONGEST = 1000;

  private PlainNumber() {}

  /** The number that a text of the parser is, if it is one. */
  static Optional<JsonNode> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var digits = UNDERSCORE.matcher(text).replaceAll("");
    if (IN_QUOTES.matcher(text).matches()) {
      return Optional.empty();
    } else if (WHOLE.matcher(digits).matches()) {
      return Optional.of(whole(digits.startsWith("+") ? digits.substring(1) : digits, 10));
    } else if (DECIMAL.matcher(digits).matches()) {
      return Optional.of(DoubleNode.valueOf(Double.parseDouble(digits)));
    } else if (HEXADECIMAL.matcher(text).matches()) {
      return Optional.of(whole(text.substring(2), 16));
    }
    return OCTAL.matcher(text).matches()
        ? Optional.of(whole(text.substring(2), 8))
        : Optional.empty();
  }

  private static JsonNode whole(String digits, int radix) {
    var number = new BigInteger(digits, radix);
    return number.bitLength() < Long.SIZE
        ? LongNode.valueOf(number.longValue())
        : BigIntegerNode.valueOf(number);
  }
}
