package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.PassedOver;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;

/**
 * The pictures below a folder.
 *
 * @param root of the folder
 * @param pictures by their path below it with {@code /} between folders and without the extension
 * @param others paths below it of what is not read: files that are no pictures, hidden folders,
 *     links that lead nowhere; {@code palette.csv} is none of them
 */
public record PictureTree(
    Path root, ImmutableSortedMap<String, Path> pictures, ImmutableList<String> others) {

  /**
   * Looks for pictures in a folder and all that are in it. Links are followed, but not in circles.
   *
   * @throws InvalidInputException if there is no such folder, it cannot be read or has no pictures,
   *     or two of them differ in their extension only
   */
  public static PictureTree of(Path root) {
    if (!Files.isDirectory(root)) {
      throw new InvalidInputException(root + ": is no folder; give a folder of pictures");
    }
    var visitor = new Visitor(root);
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      throw new InvalidInputException(
          root + ": cannot be read (" + e + "); it must be a folder that you may read", e);
    }
    if (visitor.found.isEmpty()) {
      throw new InvalidInputException(
          "%s: there are no pictures in it; put them there, as files named %s"
              .formatted(root, String.join(", ", ImageFiles.extensions())));
    }
    return new PictureTree(
        root, ImmutableSortedMap.copyOf(visitor.found), ImmutableList.sortedCopyOf(visitor.others));
  }

  /** The paths of pictures, in the order of their names. */
  public ImmutableList<Path> paths() {
    return pictures.values().asList();
  }

  /** What it passes over, in one line; none if there is nothing. */
  ImmutableList<String> notes() {
    return PassedOver.words(others).stream()
        .map(words -> root + ": passes over " + words)
        .collect(ImmutableList.toImmutableList());
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final TreeMap<String, Path> found = new TreeMap<>();
    private final List<String> others = new ArrayList<>();

    Visitor(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      var name = folder.getFileName() == null ? "" : folder.getFileName().toString();
      boolean isHidden = !folder.equals(root) && (name.startsWith(".") || name.equals("__MACOSX"));
      if (isHidden) {
        others.add(below(folder) + "/");
      }
      return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private String below(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      var name = file.getFileName().toString();
      if (!ImageFiles.isImage(name)) {
        if (!name.equals(Dataset.PALETTE) && !name.equals(PassedOver.RECORD)) {
          others.add(below(file));
        }
        return FileVisitResult.CONTINUE;
      }
      var relative = root.relativize(file);
      var key =
          relative
              .resolveSibling(MoreFiles.getNameWithoutExtension(file))
              .toString()
              .replace('\\', '/');
      var other = found.put(key, file);
      if (other != null) {
        throw new InvalidInputException(
            "%s: %s has the same name but for the extension; remove one"
                .formatted(file, other.getFileName()));
      }
      return FileVisitResult.CONTINUE;
    }

    /** Links that lead in a circle, or nowhere. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      others.add(below(file));
      return FileVisitResult.CONTINUE;
    }
  }
}
