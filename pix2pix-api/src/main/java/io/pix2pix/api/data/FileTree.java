package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Where the files of data sets live. Names are relative, with {@code /} between folders; the empty
 * name is the tree itself. A tree is a snapshot: it lists a folder once, when it is first asked.
 * Thread-safe.
 */
public interface FileTree {

  /** The files below a folder on disk. */
  static FileTree folder(Path folder) {
    return new FolderTree(folder);
  }

  /** The files in what a user named: a folder, or something that a {@link FileTreeFormat} knows. */
  static FileTree of(Path named) {
    return inOtherForm(named).orElseGet(() -> folder(named));
  }

  /** The files in what a user named, if a {@link FileTreeFormat} knows it: it is no folder. */
  static Optional<FileTree> inOtherForm(Path named) {
    return ServiceLoader.load(FileTreeFormat.class, FileTree.class.getClassLoader()).stream()
        .flatMap(format -> format.get().open(named).stream())
        .findFirst();
  }

  /**
   * Refuses a tree that is not there.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if files cannot be read from it
   */
  void check();

  /**
   * What a folder holds; empty if there is no such folder.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it is there, but cannot be listed
   */
  Optional<Listing> list(String folder);

  /**
   * What a folder holds, for those who only look around: empty also where it cannot be listed, such
   * as a link to a folder above.
   */
  default Optional<Listing> lookInto(String folder) {
    try {
      return list(folder);
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** The contents of a file, read when asked. */
  ByteSource open(String file);

  /** What messages call a file or folder. */
  String where(String name);

  /**
   * What a folder holds, sorted by name.
   *
   * @param files directly in it
   * @param folders names of the folders directly in it
   */
  record Listing(ImmutableList<Entry> files, ImmutableList<String> folders) {}

  /**
   * A file of a listing.
   *
   * @param name without its folder
   * @param size in bytes, or {@link #UNKNOWN_SIZE}
   * @param modified when it was last written, in milliseconds since 1970
   */
  record Entry(String name, long size, long modified) {
    /** The size of a file that nobody knows before it is read. */
    public static final long UNKNOWN_SIZE = -1;

    /** Whether a file of so many bytes is another one than this was when it was listed. */
    public boolean isOtherThan(long bytes) {
      return size != UNKNOWN_SIZE && size != bytes;
    }
  }
}
