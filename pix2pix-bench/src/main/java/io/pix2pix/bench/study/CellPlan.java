package io.pix2pix.bench.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.experiment.Tree.Block;
import java.util.regex.Pattern;

/**
 * A cell before its experiment is read.
 *
 * @param title what a table calls it
 * @param values the value of each axis
 * @param differences to what the cells have in common; later ones lie over earlier ones
 * @param where the study file names it, for messages
 */
record CellPlan(
    String title,
    ImmutableMap<String, String> values,
    ImmutableList<Block> differences,
    Keys where) {
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

  /** Something is wrong with the cell. */
  InvalidInputException problem(String words) {
    return where.block().source().problem(where.at(), words);
  }

  /** The title in lower-case letters, digits and dashes. */
  String name() {
    var dashed = OTHER.matcher(Ascii.toLowerCase(title)).replaceAll("-");
    return dashed.replaceAll("^-+|-+$", "");
  }

  /**
   * The differences that a block says for the values of this cell.
   *
   * @param axes by axis and value
   */
  ImmutableList<Block> differencesIn(Keys axes) {
    return values.entrySet().stream()
        .map(value -> axes.below(value.getKey()).below(value.getValue()).differences())
        .collect(toImmutableList());
  }
}
