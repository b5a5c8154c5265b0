package io.pix2pix.train.experiment;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.Scalar;
import io.pix2pix.train.experiment.Tree.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Parses YAML, strictly: no key twice, no second document, no alias. */
public final class YamlText {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private YamlText() {}

  /**
   * The value that a text stands for; an empty text stands for nothing.
   *
   * @throws InvalidInputException if it is not YAML
   */
  public static Tree value(String text, ValueSource source) {
    try {
      refuseAliases(text, source);
      var node = YAML.readTree(text);
      return tree(node.isMissingNode() ? NullNode.getInstance() : node, source);
    } catch (JacksonException e) {
      throw malformed(e, source);
    }
  }

  /**
   * The keys and values of a whole file.
   *
   * @throws InvalidInputException if it is not YAML, is empty or holds something else
   */
  public static Block block(String text, ValueSource source) {
    var tree = value(text, source);
    if (tree instanceof Block block) {
      return block;
    }
    throw source.problem(
        KeyPath.ROOT,
        tree instanceof Scalar scalar && scalar.isEmpty()
            ? "is empty; an experiment has at least a name"
            : "must be a block of keys, not " + tree.words());
  }

  private static Tree tree(JsonNode node, ValueSource source) {
    if (node.isObject()) {
      var entries = ImmutableMap.<String, Tree>builder();
      node.properties()
          .forEach(entry -> entries.put(entry.getKey(), tree(entry.getValue(), source)));
      return new Block(entries.buildOrThrow(), source);
    } else if (node.isArray()) {
      return new Items(
          Streams.stream(node)
              .map(item -> tree(item, source))
              .collect(ImmutableList.toImmutableList()),
          source);
    }
    return new Scalar(node, source);
  }

  /** Jackson would take the name of an alias for a text. */
  private static void refuseAliases(String text, ValueSource source) {
    try (var parser = (YAMLParser) YAML.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias()) {
          throw source.problem(
              key(parser), "*" + parser.getString() + " is an alias; write the value out");
        }
      }
    }
  }

  private static InvalidInputException malformed(JacksonException e, ValueSource source) {
    if (e.getOriginalMessage().startsWith("Duplicate ") && e.processor() instanceof JsonParser at) {
      return source.problem(key(at), "is given twice; keep one of the two");
    }
    var line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    return source.problem(KeyPath.ROOT, line + "is not valid YAML: " + reason(e));
  }

  private static KeyPath key(JsonParser parser) {
    var pointer = parser.streamReadContext().pathAsPointer().toString();
    return new KeyPath(pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.'));
  }

  /** The last line that is neither a position nor an excerpt: those are indented. */
  private static String reason(JacksonException e) {
    return Splitter.on('\n')
        .splitToStream(e.getOriginalMessage())
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .reduce("", (earlier, later) -> later)
        .replaceAll(", from `[^`]*`", "");
  }
}
