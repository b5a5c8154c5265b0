package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.pix2pix.api.error.InvalidInputException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A value of an experiment file, and who said it. Keys keep their order. */
public sealed interface Tree {
  /** Characters of a key or value that a message shows in full. */
  int LONGEST_SHOWN = 200;

  /** Characters that it shows of longer ones. */
  int SHOWN = 60;

  /** Who said it. */
  ValueSource source();

  /** What it is, as a message says it after "not". */
  String words();

  /** The text, if it is text. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** The same value, said elsewhere: messages about it name that place. */
  Tree from(ValueSource other);

  /** What a message says of a text that may be of any length. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN
        ? text
        : "%s... (%,d characters)".formatted(text.substring(0, SHOWN), text.length());
  }

  /** Keys and their values. */
  record Block(ImmutableMap<String, Tree> entries, ValueSource source) implements Tree {
    /** The key that names a plug-in, or the experiment. */
    static final String NAME = "name";

    public static Block empty(ValueSource source) {
      return new Block(ImmutableMap.of(), source);
    }

    /** The block that a bare name stands for. */
    static Block named(Tree name) {
      return new Block(ImmutableMap.of(NAME, name), name.source());
    }

    public Optional<Tree> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** The name of the plug-in, if there is one and it is text. */
    Optional<String> name() {
      return get(NAME).flatMap(Tree::text);
    }

    public Block with(Map<String, Tree> more) {
      var all = new LinkedHashMap<String, Tree>(entries);
      all.putAll(more);
      return new Block(ImmutableMap.copyOf(all), source);
    }

    Block without(String key) {
      var others = new LinkedHashMap<String, Tree>(entries);
      others.remove(key);
      return new Block(ImmutableMap.copyOf(others), source);
    }

    @Override
    public Block from(ValueSource other) {
      return new Block(
          ImmutableMap.copyOf(Maps.transformValues(entries, value -> value.from(other))), other);
    }

    @Override
    public String words() {
      return "a block";
    }
  }

  /** A list. */
  record Items(ImmutableList<Tree> elements, ValueSource source) implements Tree {
    @Override
    public Items from(ValueSource other) {
      return new Items(
          elements.stream()
              .map(element -> element.from(other))
              .collect(ImmutableList.toImmutableList()),
          other);
    }

    @Override
    public String words() {
      return "a list";
    }
  }

  /** A number, text, true, false, or nothing. */
  record Scalar(JsonNode value, ValueSource source) implements Tree {
    public static Scalar of(String text, ValueSource source) {
      return new Scalar(StringNode.valueOf(text), source);
    }

    @Override
    public Scalar from(ValueSource other) {
      return new Scalar(value, other);
    }

    @Override
    public String words() {
      if (!value.isNumber()) {
        return shortened(value.toString());
      }
      var text = written(value.numberValue());
      boolean looksWhole = value.isFloatingPointNumber() && text.matches("-?[0-9]+");
      return shortened(looksWhole ? text + ".0" : text);
    }

    @Override
    public Optional<String> text() {
      return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    boolean isEmpty() {
      return value.isNull();
    }

    /**
     * A number as people write it, {@code 0.0002} rather than {@code 2.0E-4}: a text that reads
     * back as the same number.
     */
    static String written(Number number) {
      return number instanceof Double value && readsWellInFull(value)
          ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
          : number.toString();
    }

    private static boolean readsWellInFull(double value) {
      double size = Math.abs(value);
      return value == 0 || (size >= 1e-6 && size < 1e15);
    }
  }

  /**
   * Where a value stands in an experiment.
   *
   * @param dotted for example {@code losses.1.weight}; empty for the experiment itself
   */
  record KeyPath(String dotted) {
    public static final KeyPath ROOT = new KeyPath("");

    public KeyPath child(String key) {
      return new KeyPath(dotted.isEmpty() ? key : dotted + "." + key);
    }

    public KeyPath child(int index) {
      return child(Integer.toString(index));
    }

    public boolean isRoot() {
      return dotted.isEmpty();
    }
  }

  /**
   * Who said a value.
   *
   * @param name a file, or an option of the command line
   * @param about the key that the name already tells; the root for a file
   */
  record ValueSource(String name, KeyPath about) {
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    public static ValueSource file(String name) {
      return new ValueSource(name, KeyPath.ROOT);
    }

    /** What to throw: one line {@code name: key: words}. */
    public InvalidInputException problem(KeyPath at, String words) {
      var key = at.equals(about) || at.isRoot() ? "" : shortened(at.dotted()) + ": ";
      return new InvalidInputException(
          LINE_BREAK.matcher(name + ": " + key + words).replaceAll(" "));
    }
  }
}
