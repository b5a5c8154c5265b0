package io.pix2pix.train.experiment;

import io.pix2pix.train.experiment.Tree.Block;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Lays one tree over another. Blocks merge key by key, unless the upper one names another plug-in:
 * then it takes the place of the lower one, as lists and single values do.
 */
final class Merge {
  private Merge() {}

  /** Merges key by key, whatever the names: an experiment's name is not a plug-in's. */
  static Block blocks(Block lower, Block upper) {
    var entries = new LinkedHashMap<String, Tree>();
    upper
        .entries()
        .forEach(
            (key, value) ->
                entries.put(key, lower.get(key).map(below -> values(below, value)).orElse(value)));
    return new Block(lower.with(entries).entries(), upper.source());
  }

  /** Merges two values of one key. */
  static Tree values(Tree lower, Tree upper) {
    var below = asBlock(lower);
    if (below.isEmpty()) {
      return upper;
    } else if (upper instanceof Block block) {
      return replaces(below.get(), block) ? block : blocks(below.get(), block);
    }
    return upper.text().isPresent() && upper.text().equals(below.get().name()) ? lower : upper;
  }

  private static boolean replaces(Block lower, Block upper) {
    return upper.get(Block.NAME).isPresent() && !upper.name().equals(lower.name());
  }

  private static Optional<Block> asBlock(Tree tree) {
    return tree instanceof Block block
        ? Optional.of(block)
        : tree.text().map(name -> Block.named(tree));
  }
}
