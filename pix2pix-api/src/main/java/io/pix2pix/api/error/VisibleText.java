package io.pix2pix.api.error;

import java.util.function.IntPredicate;

/**
 * Text from outside as it may be shown: names of files, keys and values of experiments, and what
 * other programs said. Characters that command a terminal or turn the order of a text around are
 * shown as escapes, for example {@code \u001b}. What is shown already stays as it is, so that it
 * does no harm to make text visible twice. Safe for use by several threads.
 */
public final class VisibleText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private VisibleText() {}

  /** Text of one line: line breaks and tabs are escapes too. */
  public static String line(String text) {
    return shown(text, VisibleText::isHidden);
  }

  /** Text of several lines, such as a trace or a table: line breaks and tabs stay. */
  public static String lines(String text) {
    return shown(
        text.replace("\r\n", "\n"), point -> point != '\n' && point != '\t' && isHidden(point));
  }

  private static String shown(String text, IntPredicate hidden) {
    if (text.codePoints().noneMatch(hidden)) {
      return text;
    }
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (hidden.test(point)) {
                shown.append(String.format(point > 0xffff ? "\\u{%x}" : "\\u%04x", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  /** Joiners are part of the words of several languages, and of emoji. */
  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
          true;
      case Character.FORMAT -> point != ZERO_WIDTH_NON_JOINER && point != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
