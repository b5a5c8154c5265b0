package io.pix2pix.parquet;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The split that the name of a file, or of a folder around it, tells, as Hugging Face has it. */
final class SplitOfPath {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![a-z])(?:(train|training)|(val|valid|validation|dev)|(test|testing|eval|evaluation))(?![a-z])");

  private SplitOfPath() {}

  /** For example {@code val} of {@code data/validation-00000-of-00001.parquet}. */
  static Optional<String> of(String path) {
    return Lists.reverse(Splitter.on('/').splitToList(path)).stream()
        .flatMap(name -> ofName(name).stream())
        .findFirst();
  }

  private static Optional<String> ofName(String name) {
    var word = WORD.matcher(Ascii.toLowerCase(name));
    return word.find() ? Optional.of(split(word)) : Optional.empty();
  }

  private static String split(MatchResult word) {
    return word.group(1) != null ? "train" : word.group(2) != null ? "val" : "test";
  }

  /** What a value of a column {@code split} means: {@code val} for {@code validation}. */
  static String ofWord(String value) {
    var word = WORD.matcher(Ascii.toLowerCase(value.strip()));
    return word.matches() ? split(word) : value.strip();
  }
}
