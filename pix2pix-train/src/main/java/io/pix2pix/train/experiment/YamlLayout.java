package io.pix2pix.train.experiment;

import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.Scalar;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Writes trees as YAML: on one line what fits on one line, else one line for each key. Which of the
 * two is decided here, for each block and list; the YAML library does the rest. Used by one thread
 * at a time.
 */
public final class YamlLayout {
  private static final int WIDTH = 100;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*");
  private static final Pattern NOT_TEXT_TO_ALL =
      Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setWidth(Integer.MAX_VALUE)
          .setSplitLines(false)
          .setMaxSimpleKeyLength(1024)
          .build();
  private static final ScalarResolver RESOLVER = SETTINGS.getSchema().getScalarResolver();

  private YamlLayout() {}

  /** A file of YAML; the experiment's own keys have a line each. */
  public static String file(Block block) {
    return text(onLines(block));
  }

  /** A value on one line. */
  public static String line(Tree tree) {
    return text(onOneLine(tree)).stripTrailing();
  }

  private static Node onOneLine(Tree tree) {
    return node(tree, FlowStyle.FLOW, (before, inner) -> onOneLine(inner));
  }

  private static Node onLines(Tree tree) {
    return node(tree, FlowStyle.BLOCK, YamlLayout::fitting);
  }

  private static Node fitting(String before, Tree tree) {
    return before.length() + line(tree).length() <= WIDTH ? onOneLine(tree) : onLines(tree);
  }

  /**
   * @param inner makes the node of a key's value or an element, given what stands before it
   */
  private static Node node(Tree tree, FlowStyle style, BiFunction<String, Tree, Node> inner) {
    if (tree instanceof Block block) {
      List<NodeTuple> tuples =
          block.entries().entrySet().stream()
              .map(entry -> tuple(entry.getKey(), entry.getValue(), inner))
              .toList();
      return new MappingNode(Tag.MAP, tuples, style);
    } else if (tree instanceof Items items) {
      List<Node> elements =
          items.elements().stream().map(element -> inner.apply("", element)).toList();
      return new SequenceNode(Tag.SEQ, elements, style);
    }
    return scalar((Scalar) tree);
  }

  private static NodeTuple tuple(String key, Tree value, BiFunction<String, Tree, Node> inner) {
    var name = text(key);
    return new NodeTuple(name, inner.apply(text((Node) name).stripTrailing() + ": ", value));
  }

  private static ScalarNode scalar(Scalar scalar) {
    if (scalar.value().isNumber()) {
      return plain(Scalar.written(scalar.value().numberValue()));
    }
    return scalar.text().map(YamlLayout::text).orElseGet(() -> plain(scalar.words()));
  }

  /** Text that readers of older YAML take for something else is quoted, too. */
  private static ScalarNode text(String text) {
    boolean readsAsText = PLAIN.matcher(text).matches() && !NOT_TEXT_TO_ALL.matcher(text).matches();
    return readsAsText ? plain(text) : new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
  }

  private static ScalarNode plain(String text) {
    return new ScalarNode(RESOLVER.resolve(text, true), text, ScalarStyle.PLAIN);
  }

  private static String text(Node node) {
    var text = new Text();
    new Dump(SETTINGS).dumpNode(node, text);
    return text.toString();
  }

  /** Where the library writes to. */
  private static final class Text implements StreamDataWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(String part) {
      text.append(part);
    }

    @Override
    public void write(String part, int offset, int length) {
      text.append(part, offset, offset + length);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
