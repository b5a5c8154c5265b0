package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The guides as their readers see them. */
final class Guides {
  /** A file name in bold on a line of its own, and the block of code below it. */
  private static final Pattern FILE =
      Pattern.compile("^\\*\\*`([^`]+)`\\*\\*\n\n```\\w*\n(.*?)^```$", flags());

  private Guides() {}

  /** The project's own folder. */
  static Path root() {
    return Path.of(System.getProperty("pix2pix.root"));
  }

  /** README.md, CONTRIBUTING.md and everything in docs. */
  static ImmutableList<Path> all() throws IOException {
    try (var docs = Files.list(root().resolve("docs"))) {
      var guides = docs.filter(file -> file.toString().endsWith(".md")).sorted();
      var first = Stream.of("README.md", "CONTRIBUTING.md").map(root()::resolve);
      return Stream.concat(first, guides).collect(ImmutableList.toImmutableList());
    }
  }

  /** The files that a guide tells its reader to write, by name. */
  static ImmutableMap<String, String> files(Path guide) throws IOException {
    var files = ImmutableMap.<String, String>builder();
    var matcher = FILE.matcher(Files.readString(guide));
    while (matcher.find()) {
      files.put(matcher.group(1), matcher.group(2));
    }
    return files.buildOrThrow();
  }

  /** One of the files that a guide tells its reader to write. */
  static String file(Path guide, String name) throws IOException {
    return Optional.ofNullable(files(guide).get(name)).orElseThrow();
  }

  private static int flags() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }
}
