package io.pix2pix.bench.study.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.experiment.Suggestion;
import io.pix2pix.train.experiment.Tree;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Items;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.Scalar;
import io.pix2pix.train.experiment.Tree.ValueSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A block of a study file, read key by key; what is wrong is told with the key.
 *
 * @param block what the file says there
 * @param at where it stands
 */
record Keys(Block block, KeyPath at) {
  private static final ImmutableList<String> OF_THE_STUDY =
      ImmutableList.of("name", "seed", "base");

  /**
   * Refuses keys that nobody would read.
   *
   * @param known all that may be there
   */
  Keys only(List<String> known) {
    for (var key : block.entries().keySet()) {
      if (!known.contains(key)) {
        throw problem(key, "unknown key" + Suggestion.among(known, key));
      }
    }
    return this;
  }

  Optional<Tree> find(String key) {
    return block.get(key);
  }

  String text(String key, String expected) {
    return find(key)
        .flatMap(Tree::text)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                problem(
                    key,
                    find(key)
                        .map(given -> "must be " + expected + ", not " + given.words())
                        .orElse("is missing; must be " + expected)));
  }

  Optional<String> textIfSaid(String key, String expected) {
    return find(key).map(said -> text(key, expected));
  }

  Optional<Integer> count(String key, int least) {
    return find(key)
        .map(said -> Math.toIntExact(whole(said, at.child(key), least, Integer.MAX_VALUE)));
  }

  ImmutableList<Long> wholes(String key) {
    var items = items(key, "a list of whole numbers, for example [1, 2, 3]");
    var wholes = ImmutableList.<Long>builder();
    for (int i = 0; i < items.size(); i++) {
      wholes.add(whole(items.get(i), at.child(key).child(i), Long.MIN_VALUE, Long.MAX_VALUE));
    }
    return wholes.build();
  }

  double number(String key) {
    var said = find(key).orElseThrow();
    if (said instanceof Scalar scalar && scalar.value().isNumber()) {
      return scalar.value().doubleValue();
    }
    throw problem(key, "must be a number, not " + said.words());
  }

  private static long whole(Tree said, KeyPath at, long least, long most) {
    if (said instanceof Scalar scalar
        && scalar.value().isIntegralNumber()
        && scalar.value().canConvertToLong()
        && scalar.value().longValue() >= least
        && scalar.value().longValue() <= most) {
      return scalar.value().longValue();
    }
    var bound = least == Long.MIN_VALUE ? "" : " from " + least + " to " + most;
    throw said.source().problem(at, "must be a whole number" + bound + ", not " + said.words());
  }

  /** The elements of a list that has some. */
  ImmutableList<Tree> items(String key, String expected) {
    var said = find(key).orElseThrow(() -> problem(key, "is missing; must be " + expected));
    if (said instanceof Items items && !items.elements().isEmpty()) {
      return items.elements();
    }
    var given = said instanceof Items ? "empty" : said.words();
    throw problem(key, "must be " + expected + ", not " + given);
  }

  /** The block below a key; empty if nothing is said there. */
  Keys below(String key) {
    var said = find(key).orElse(Block.empty(block.source()));
    if (said instanceof Block inner) {
      return new Keys(inner, at.child(key));
    }
    var hint = said.text().isEmpty() && said.words().equals("null") ? "; {} changes nothing" : "";
    throw problem(key, "must be a block of keys, not " + said.words() + hint);
  }

  /** Every entry of a block, each of which is a block. */
  ImmutableMap<String, Keys> blocks() {
    return each((key, keys) -> keys.below(key));
  }

  <T> ImmutableMap<String, T> each(BiFunction<String, Keys, T> read) {
    var entries = ImmutableMap.<String, T>builder();
    block.entries().keySet().forEach(key -> entries.put(key, read.apply(key, this)));
    return entries.buildOrThrow();
  }

  /** The elements of a list of blocks. */
  ImmutableList<Keys> rows(String key) {
    var items = items(key, "a list of blocks");
    return IntStream.range(0, items.size())
        .mapToObj(index -> row(items.get(index), at.child(key).child(index)))
        .collect(toImmutableList());
  }

  private static Keys row(Tree item, KeyPath at) {
    if (item instanceof Block inner) {
      return new Keys(inner, at);
    }
    throw item.source().problem(at, "must be a block of keys, not " + item.words());
  }

  /** The block as differences to an experiment, whose messages say where they stand. */
  Block differences() {
    for (var key : OF_THE_STUDY) {
      if (find(key).isPresent()) {
        throw problem(key, "is given by the study, not by a cell; leave it out");
      }
    }
    var source = ValueSource.file(block.source().name() + (at.isRoot() ? "" : ": " + at.dotted()));
    return block.from(source);
  }

  InvalidInputException problem(String key, String words) {
    return block.source().problem(at.child(key), words);
  }
}
