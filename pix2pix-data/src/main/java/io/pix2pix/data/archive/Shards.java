package io.pix2pix.data.archive;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The archives that one name stands for: {@code {000..005}}, {@code {a,b}} and {@code *}. */
final class Shards {
  private static final Pattern INNERMOST = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
  private static final int MOST = 100_000;

  private Shards() {}

  /**
   * The archives.
   *
   * @return at least one, each once
   * @throws InvalidInputException if the name stands for none, or too many
   */
  static ImmutableList<Path> of(Path named) {
    if (Files.exists(named)) {
      return ImmutableList.of(named);
    }
    var names = new ArrayList<String>();
    expand(named.toString(), names);
    var archives =
        names.stream()
            .flatMap(Shards::matching)
            .distinct()
            .collect(ImmutableList.toImmutableList());
    if (archives.isEmpty()) {
      throw new InvalidInputException(named + ": there is no such archive; name yours with --data");
    }
    return archives;
  }

  private static void expand(String name, List<String> names) {
    var part = INNERMOST.matcher(name);
    if (!part.find()) {
      names.add(name);
    } else {
      choices(part.group(1))
          .forEach(
              choice ->
                  expand(
                      name.substring(0, part.start()) + choice + name.substring(part.end()),
                      names));
    }
    if (names.size() > MOST) {
      throw new InvalidInputException(
          "%s: stands for more than %d archives; name fewer".formatted(name, MOST));
    }
  }

  private static Stream<String> choices(String text) {
    var range = RANGE.matcher(text);
    if (!range.matches()) {
      return Stream.of(text.split(",", -1));
    }
    var format = "%0" + range.group(1).length() + "d";
    return LongStream.rangeClosed(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)))
        .limit(MOST + 1L)
        .mapToObj(format::formatted);
  }

  private static Stream<Path> matching(String name) {
    var path = Path.of(name);
    var folder = path.toAbsolutePath().getParent();
    if (!name.contains("*") || folder == null || !Files.isDirectory(folder)) {
      return Stream.of(path);
    }
    try (var files =
        Files.newDirectoryStream(
            path.getParent() == null ? Path.of("") : path.getParent(),
            path.getFileName().toString())) {
      var found = ImmutableList.copyOf(files);
      return found.stream().sorted();
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be read (" + e + ")", e);
    }
  }
}
