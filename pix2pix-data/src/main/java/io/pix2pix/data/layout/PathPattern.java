package io.pix2pix.data.layout;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Files;
import io.pix2pix.data.file.ImageFiles;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names of files below a data folder, for example {@code
 * gtFine/{split}/{city}/{name}_labelIds.png}. A part in braces stands for some characters, but no
 * {@code /}; {@code {name*}} may hold {@code /}, so that folders of any depth are looked into.
 * {@code {}} stands for characters that do not matter. Where no extension of images ends the
 * pattern, any does.
 *
 * @param text as an experiment says it
 */
public record PathPattern(String text) {
  private static final String SPLIT = "{split}";
  private static final String IN_SPLIT = SPLIT + "/%s/{name}";
  private static final Pattern PART = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)?(\\*?)}");
  private static final String EXTENSION =
      "\\.(?i:" + String.join("|", ImageFiles.extensions()) + ")";

  /**
   * @throws IllegalArgumentException if it is no such pattern
   */
  public PathPattern {
    checkArgument(
        !text.isEmpty() && !text.startsWith("/") && !text.contains("\\") && !text.contains("//"),
        "must be a path below the data folder, with / between folders, not \"%s\"",
        text);
    for (var folder : Splitter.on('/').split(text)) {
      checkArgument(
          !folder.isEmpty() && !folder.startsWith("."),
          "must name folders and files below the data folder that are not hidden, not \"%s\"",
          text);
    }
    checkArgument(
        !PART.matcher(text).replaceAll("").matches(".*[{}].*"),
        "has braces that are no part such as {name}: \"%s\"",
        text);
    checkArgument(
        !text.contains("}{"), "needs something between two parts in braces: \"%s\"", text);
  }

  /**
   * What a user says of where files are: a folder of each split, or a pattern of files or of their
   * folder.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static PathPattern at(String location) {
    if (isFolder(location)) {
      return new PathPattern(IN_SPLIT.formatted(location));
    }
    var pattern = new PathPattern(location);
    return pattern.hasName() ? pattern : new PathPattern(location + "/{name}");
  }

  /** Whether somebody names a folder, rather than a pattern. */
  public static boolean isFolder(String location) {
    return !location.contains("/") && !location.contains("{");
  }

  /**
   * The pattern of files that go with those of this one: in a folder beside theirs, with their
   * names and any extension, or where another pattern says.
   *
   * @param location name of a folder, or a pattern
   * @throws IllegalArgumentException if it cannot be one, or this one has no folder of its own
   */
  public PathPattern beside(String location) {
    if (!isFolder(location)) {
      return at(location);
    }
    var segments = Splitter.on('/').splitToList(text);
    int folder = segments.size() - 2;
    checkArgument(
        folder >= 0 && !segments.get(folder).contains("{"),
        "more: \"%s\" has no folder of its own beside which %s could be; give a pattern of the"
            + " further files",
        text,
        location);
    var above = Joiner.on('/').join(segments.subList(0, folder));
    var name = segments.get(folder + 1);
    var plain = endsInExtension() ? Files.getNameWithoutExtension(name) : name;
    return new PathPattern((above.isEmpty() ? "" : above + "/") + location + "/" + plain);
  }

  private boolean endsInExtension() {
    return ImageFiles.extensions().contains(Ascii.toLowerCase(Files.getFileExtension(text)));
  }

  /** Whether it tells splits from each other. */
  boolean hasSplit() {
    return text.contains(SPLIT);
  }

  /** Whether it has a part that files differ by, within a split. */
  public boolean hasName() {
    return PART.matcher(text.replace(SPLIT, "")).find();
  }

  /** The pattern of the files of one split. */
  PathPattern forSplit(String split) {
    return new PathPattern(text.replace(SPLIT, split));
  }

  /** The pattern of the same files in data without splits, if {@code {split}} is a folder. */
  Optional<PathPattern> withoutSplit() {
    var rest = ("/" + text).replace("/" + SPLIT + "/", "/").substring(1);
    return rest.contains(SPLIT) ? Optional.empty() : Optional.of(new PathPattern(rest));
  }

  /** The parts that have names, without the split. */
  public ImmutableSortedSet<String> parts() {
    return PART.matcher(text.replace(SPLIT, ""))
        .results()
        .map(part -> part.group(1))
        .filter(name -> name != null)
        .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
  }

  /** Patterns of the folders that lead to the files, and of the whole path at last. */
  Steps steps() {
    var segments = Splitter.on('/').splitToList(text);
    var folders = ImmutableList.<Pattern>builder();
    for (var segment : segments.subList(0, segments.size() - 1)) {
      if (segment.contains("*}")) {
        return steps(folders.build(), true);
      }
      folders.add(Pattern.compile(regex(segment, false)));
    }
    boolean deep = segments.get(segments.size() - 1).contains("*}");
    return steps(folders.build(), deep);
  }

  private Steps steps(ImmutableList<Pattern> folders, boolean deep) {
    var quick = QuickKeys.of(text, PART, parts(), !endsInExtension());
    return new Steps(folders, deep, whole(), parts(), quick);
  }

  private Pattern whole() {
    return Pattern.compile(regex(text, true) + (endsInExtension() ? "" : EXTENSION));
  }

  private static String regex(String text, boolean named) {
    var regex = new StringBuilder();
    var seen = new HashSet<String>();
    int end = 0;
    for (MatchResult part : PART.matcher(text).results().toList()) {
      regex.append(Pattern.quote(text.substring(end, part.start())));
      var characters = part.group(2).isEmpty() ? "[^/]+" : "(?s:.+)";
      var name = part.group(1);
      if (name == null || !named) {
        regex.append(characters);
      } else {
        regex.append(
            seen.add(name) ? "(?<%s>%s)".formatted(name, characters) : "\\k<" + name + ">");
      }
      end = part.end();
    }
    return regex.append(Pattern.quote(text.substring(end))).toString();
  }

  /** The path of a file whose parts have the values of another one's, for messages. */
  String path(PathPattern other, String otherPath) {
    var matcher = other.steps().whole().matcher(otherPath);
    return matcher.matches()
        ? PART.matcher(text)
            .replaceAll(
                part ->
                    part.group(1) == null ? "*" : matcher.group(part.group(1)).replace("$", "\\$"))
        : text;
  }

  /**
   * How to come to the files.
   *
   * @param folders what the folders are called, from the top
   * @param deep whether all folders below these are looked into
   * @param whole what paths of files match
   * @param parts the named ones
   * @param quick reads their values, where it can
   */
  record Steps(
      ImmutableList<Pattern> folders,
      boolean deep,
      Pattern whole,
      ImmutableSortedSet<String> parts,
      Optional<QuickKeys> quick) {

    /**
     * The values of all named parts, joined: partners have the same; empty if it does not match.
     */
    Optional<String> key(String path) {
      return quick.isPresent() ? quick.get().of(path) : searchedKey(path);
    }

    private Optional<String> searchedKey(String path) {
      var matcher = whole.matcher(path);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      var key = new StringBuilder();
      for (var part : parts) {
        key.append(key.isEmpty() ? "" : "/").append(matcher.group(part));
      }
      return Optional.of(key.toString());
    }
  }
}
