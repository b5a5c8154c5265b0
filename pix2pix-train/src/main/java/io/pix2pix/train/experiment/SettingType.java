package io.pix2pix.train.experiment;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.plugin.Role;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a setting can hold, as the type of its record component tells. */
sealed interface SettingType {

  /** The type without an article, for example {@code whole number}. */
  String noun();

  /** What a message says after "must be", for example {@code a whole number}. */
  default String expected() {
    return article(noun());
  }

  /**
   * The type of a record component.
   *
   * @throws IllegalArgumentException if settings cannot be of that type
   */
  static SettingType of(Type type) {
    if (type instanceof ParameterizedType list
        && (list.getRawType() == List.class || list.getRawType() == ImmutableList.class)) {
      return new ListOf(of(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> plain) {
      return plain(plain);
    }
    throw new IllegalArgumentException("a setting cannot be of type " + type.getTypeName());
  }

  private static SettingType plain(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return new Whole(false);
    } else if (type == long.class || type == Long.class) {
      return new Whole(true);
    } else if (type == double.class || type == Double.class) {
      return new Decimal();
    } else if (type == boolean.class || type == Boolean.class) {
      return new Truth();
    } else if (type == String.class) {
      return new Text();
    }
    return declared(type);
  }

  private static SettingType declared(Class<?> type) {
    if (type.isEnum()) {
      return new Choice(type);
    } else if (type.isRecord()) {
      return new Nested(type);
    } else if (type.isAnnotationPresent(Role.class)) {
      return new Plugin(type);
    }
    throw new IllegalArgumentException("a setting cannot be of type " + type.getTypeName());
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  /**
   * A whole number.
   *
   * @param wide a long rather than an int
   */
  record Whole(boolean wide) implements SettingType {
    @Override
    public String noun() {
      return "whole number";
    }
  }

  /** A number. */
  record Decimal() implements SettingType {
    @Override
    public String noun() {
      return "number";
    }
  }

  /** Yes or no. */
  record Truth() implements SettingType {
    @Override
    public String noun() {
      return "true or false";
    }

    @Override
    public String expected() {
      return noun();
    }
  }

  /** Any text. */
  record Text() implements SettingType {
    @Override
    public String noun() {
      return "text";
    }

    @Override
    public String expected() {
      return noun();
    }
  }

  /** A constant of an enum. */
  record Choice(Class<?> type) implements SettingType {
    private static final Pattern UPPER_CASE = Pattern.compile("[A-Z0-9_]+");

    @Override
    public String noun() {
      return "one of " + String.join(", ", constants().keySet());
    }

    @Override
    public String expected() {
      return noun();
    }

    /** What the constant calls itself, else {@code LEAST_SQUARES} as {@code least-squares}. */
    static String nameOf(Enum<?> constant) {
      var name = constant.name();
      if (!constant.toString().equals(name)) {
        return constant.toString();
      }
      return UPPER_CASE.matcher(name).matches() ? Ascii.toLowerCase(name).replace('_', '-') : name;
    }

    /** All constants by what they are called, in the order of their declaration. */
    ImmutableMap<String, Enum<?>> constants() {
      var constants = ImmutableMap.<String, Enum<?>>builder();
      for (Object constant : type.getEnumConstants()) {
        constants.put(nameOf((Enum<?>) constant), (Enum<?>) constant);
      }
      return constants.buildOrThrow();
    }
  }

  /** A plug-in. */
  record Plugin(Class<?> role) implements SettingType {
    @Override
    public String noun() {
      return role.getAnnotation(Role.class).value();
    }

    @Override
    public String expected() {
      return number().isPresent() ? "a number or " + article(noun()) : article(noun());
    }

    /** What may stand for a block. */
    String shortForms() {
      var name = "the name of " + article(noun());
      return number().isPresent() ? "a number, " + name : name;
    }

    /** The name of the plug-in that a bare number stands for. */
    Optional<String> number() {
      return Optional.of(role.getAnnotation(Role.class).number()).filter(name -> !name.isEmpty());
    }
  }

  /** A record that is no plug-in. */
  record Nested(Class<?> type) implements SettingType {
    @Override
    public String noun() {
      return "block";
    }
  }

  /** A list. */
  record ListOf(SettingType element) implements SettingType {
    @Override
    public String noun() {
      return "list of " + element.noun();
    }
  }
}
