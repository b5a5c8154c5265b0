package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.Scalar;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.StringNode;

/** Writes trees as YAML: on one line what fits on one line, else one line for each key. */
public final class YamlLayout {
  private static final int WIDTH = 100;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*");
  private static final Pattern NOT_TEXT_TO_ALL =
      Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

  private YamlLayout() {}

  /** A file of YAML; the experiment's own keys have a line each. */
  public static String file(Block block) {
    return keys(block).map(line -> line + "\n").collect(Collectors.joining());
  }

  /** A value on one line. */
  public static String line(Tree tree) {
    if (tree instanceof Block block) {
      return block.entries().entrySet().stream()
          .map(entry -> key(entry.getKey()) + ": " + line(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (tree instanceof Items items) {
      return items.elements().stream()
          .map(YamlLayout::line)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return scalar((Scalar) tree);
  }

  private static String key(String name) {
    return PLAIN.matcher(name).matches() && !NOT_TEXT_TO_ALL.matcher(name).matches()
        ? name
        : StringNode.valueOf(name).toString();
  }

  private static String scalar(Scalar scalar) {
    if (scalar.value().isNumber()) {
      return NumberText.of(scalar.value().numberValue());
    }
    return scalar
        .text()
        .filter(text -> PLAIN.matcher(text).matches())
        .filter(text -> !NOT_TEXT_TO_ALL.matcher(text).matches())
        .orElse(scalar.words());
  }

  private static Stream<String> keys(Block block) {
    return block.entries().entrySet().stream()
        .flatMap(entry -> under(key(entry.getKey()) + ":", entry.getValue()));
  }

  private static Stream<String> under(String key, Tree value) {
    var line = key + " " + line(value);
    return line.length() <= WIDTH || value instanceof Scalar
        ? Stream.of(line)
        : Stream.concat(Stream.of(key), lines(value).map(inner -> "  " + inner));
  }

  private static Stream<String> lines(Tree tree) {
    if (tree instanceof Block block) {
      return keys(block);
    } else if (tree instanceof Items items) {
      return items.elements().stream().flatMap(YamlLayout::element);
    }
    return Stream.of(line(tree));
  }

  private static Stream<String> element(Tree tree) {
    if (line(tree).length() <= WIDTH) {
      return Stream.of("- " + line(tree));
    }
    var lines = lines(tree).collect(ImmutableList.toImmutableList());
    return Stream.concat(
        Stream.of("- " + lines.get(0)), lines.stream().skip(1).map(line -> "  " + line));
  }
}
