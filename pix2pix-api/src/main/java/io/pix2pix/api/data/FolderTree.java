package io.pix2pix.api.data;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files below a folder on disk. */
final class FolderTree implements FileTree {
  private static final InputFile FILE = InputFile.ofAnySize("a file of the data");

  private final Path root;
  private final Map<String, Optional<Listing>> listed = new ConcurrentHashMap<>();

  FolderTree(Path root) {
    this.root = root;
  }

  @Override
  public void check() {
    if (!Files.exists(root)) {
      throw new InvalidInputException(
          root + ": there is no such folder; name your data folder with --data DIR");
    }
    if (!Files.isDirectory(root)) {
      throw new InvalidInputException(
          root + ": is not a folder; name the folder that holds train, val and test");
    }
  }

  @Override
  public Optional<Listing> list(String folder) {
    return listed.computeIfAbsent(folder, this::listing);
  }

  /** No file system here has names with such a character. */
  private Optional<Listing> listing(String folder) {
    return folder.indexOf('\0') < 0 ? listed(root.resolve(folder)) : Optional.empty();
  }

  private Optional<Listing> listed(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    var visitor = new Visitor();
    try {
      refuseLoop(folder);
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 1, visitor);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be read (" + e + "); it must be a folder that you may read", e);
    }
    return Optional.of(visitor.listing());
  }

  /** Whoever looks into all folders would never come to an end. */
  private void refuseLoop(Path folder) throws IOException {
    if (folder.equals(root) || !Files.isSymbolicLink(folder)) {
      return;
    }
    var linked = folder.toRealPath();
    var above = folder.getParent();
    while (above != null && above.startsWith(root)) {
      if (above.toRealPath().startsWith(linked)) {
        throw new InvalidInputException(
            folder + ": is a link to " + linked + ", a folder above it; remove the link");
      }
      above = above.getParent();
    }
  }

  @Override
  public ByteSource open(String file) {
    return MoreFiles.asByteSource(FILE.checkIfPresent(root.resolve(file)));
  }

  @Override
  public String where(String name) {
    return root.resolve(name).toString();
  }

  /** Walking gives size and time of each file with its name, for one call of the system each. */
  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final List<Entry> files = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      var name = file.getFileName().toString();
      if (attributes.isDirectory()) {
        folders.add(name);
      } else if (attributes.isSymbolicLink() || attributes.isOther()) {
        missing(name);
      } else if (attributes.isRegularFile()) {
        files.add(new Entry(name, attributes.size(), attributes.lastModifiedTime().toMillis()));
      }
      return FileVisitResult.CONTINUE;
    }

    /** Somebody takes files away while they are listed. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException && file.getFileName() != null) {
        missing(file.getFileName().toString());
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    /**
     * A file that is not there, a link to none, a device or a pipe is told when it is read, not
     * passed over.
     */
    private void missing(String name) {
      files.add(new Entry(name, 0, 0));
    }

    Listing listing() {
      return new Listing(
          ImmutableList.sortedCopyOf(comparing(Entry::name), files),
          ImmutableList.sortedCopyOf(naturalOrder(), folders));
    }
  }
}
