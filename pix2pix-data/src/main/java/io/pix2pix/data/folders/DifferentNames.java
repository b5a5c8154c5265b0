package io.pix2pix.data.folders;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingInt;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Optional;

/**
 * Two folders in which the names of partners differ by a part, as {@code a_label.png} and {@code
 * a_photo.jpg} do.
 *
 * @param first pattern of the names in the first folder, such as <code>{name}_label.png</code>
 * @param second the same for the second folder
 */
record DifferentNames(String first, String second) {

  private static final CharMatcher SEPARATORS = CharMatcher.anyOf("_-. ");

  /**
   * Finds what the names of partners differ by: their beginning or their end.
   *
   * @param first names of files, with extensions; at least one
   * @param second the same of the other folder
   * @return nothing where no such part makes partners
   */
  static Optional<DifferentNames> between(Collection<String> first, Collection<String> second) {
    return ends(first, second)
        .or(
            () ->
                ends(reversed(first), reversed(second))
                    .map(found -> new DifferentNames(turned(found.first), turned(found.second))));
  }

  /** The name that shares the longest beginning with the first one is its partner. */
  private static Optional<DifferentNames> ends(
      Collection<String> first, Collection<String> second) {
    var one = first.iterator().next();
    var partner =
        second.stream()
            .max(comparingInt(name -> Strings.commonPrefix(one, name).length()))
            .orElseThrow();
    var name = SEPARATORS.trimTrailingFrom(Strings.commonPrefix(one, partner));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var found = new DifferentNames(one.substring(name.length()), partner.substring(name.length()));
    return first.stream().allMatch(file -> file.endsWith(found.first))
            && second.stream().allMatch(file -> file.endsWith(found.second))
        ? Optional.of(new DifferentNames("{name}" + found.first, "{name}" + found.second))
        : Optional.empty();
  }

  private static ImmutableList<String> reversed(Collection<String> names) {
    return names.stream()
        .map(name -> new StringBuilder(name).reverse().toString())
        .collect(toImmutableList());
  }

  /** Of a pattern for reversed names, the pattern for names. */
  private static String turned(String pattern) {
    var end = pattern.substring("{name}".length());
    return new StringBuilder(end).reverse() + "{name}";
  }
}
