package io.pix2pix.spark.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * Files of this machine that travel together.
 *
 * @param files in the order in which they are sent
 */
public record LocalFiles(List<LocalFile> files) {
  private static final int ENOUGH = 24;

  /** Copies the list. */
  public LocalFiles {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param name with slashes, by which it is known on the other side
   * @param path where it lies
   * @param size in bytes
   * @param modified milliseconds since 1970
   */
  public record LocalFile(String name, Path path, long size, long modified) {
    static LocalFile of(String name, Path path) throws IOException {
      return new LocalFile(
          name, path, Files.size(path), Files.getLastModifiedTime(path).toMillis());
    }

    private String words() {
      return name + "\n" + size + "\n" + modified;
    }
  }

  /**
   * All files of a folder, sorted by name.
   *
   * @param wanted which names belong to it
   */
  public static LocalFiles of(Path folder, Predicate<String> wanted) throws IOException {
    try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      var found = new ArrayList<LocalFile>();
      for (var path : walk.sorted().toList()) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (Files.isRegularFile(path) && wanted.test(name)) {
          found.add(LocalFile.of(name, path));
        }
      }
      return new LocalFiles(found);
    }
  }

  /** Files and folders of a class path, each within a folder of its number. */
  public static LocalFiles ofClassPath(List<String> entries) throws IOException {
    var found = new ArrayList<LocalFile>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = Path.of(entries.get(i));
      if (Files.isDirectory(entry)) {
        for (var file : of(entry, name -> true).files()) {
          found.add(LocalFile.of(i + "/" + file.name(), file.path()));
        }
      } else if (Files.exists(entry)) {
        found.add(LocalFile.of(inClassPath(i, entry), entry));
      }
    }
    return new LocalFiles(found);
  }

  private static String inClassPath(int number, Path jar) {
    return number + "/" + jar.getFileName();
  }

  /** The entries of a class path as they are called where they arrive. */
  public static List<String> classPathNames(List<String> entries) {
    var names = new ArrayList<String>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = Path.of(entries.get(i));
      names.add(Files.isDirectory(entry) ? String.valueOf(i) : inClassPath(i, entry));
    }
    return names;
  }

  /** A name that other files do not have: it follows from names, sizes and times. */
  public String id() {
    return hash(files.stream().map(LocalFile::words).toList());
  }

  /** A name that follows from words alone. */
  public static String hash(List<String> words) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var word : words) {
        digest.update((word + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, ENOUGH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
