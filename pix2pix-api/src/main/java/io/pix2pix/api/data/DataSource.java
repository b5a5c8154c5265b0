package io.pix2pix.api.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the user's data lies, and what was opened of it. Whoever uses one source sees one state of
 * the data: each data set is opened once. Thread-safe.
 */
public final class DataSource {
  private final Optional<Path> folder;
  private final Optional<FileTree> files;
  private final Optional<Path> checks;
  private final Map<Dataset, OpenedDataset> opened = new ConcurrentHashMap<>();

  private DataSource(Optional<Path> folder, Optional<FileTree> files, Optional<Path> checks) {
    this.folder = folder;
    this.files = files;
    this.checks = checks;
  }

  /** No files, for data sets that draw their pairs. */
  public static DataSource none() {
    return of(Optional.empty());
  }

  /** The files below a folder; it need not be there before a data set is opened. */
  public static DataSource folder(Path folder) {
    return of(Optional.of(folder));
  }

  /** The folder, or the archive, that a user named, if any. */
  public static DataSource of(Optional<Path> folder) {
    return new DataSource(folder, folder.map(FileTree::of), Optional.empty());
  }

  /** Files that live elsewhere than in a folder. */
  public static DataSource of(FileTree files) {
    return new DataSource(Optional.empty(), Optional.of(files), Optional.empty());
  }

  /**
   * The same files, of which every one that is used is read and checked when its split is opened,
   * and goes into the checksum.
   *
   * @param cache a folder that keeps what was found, so that files are checked again only after one
   *     of them changed; it may be missing
   */
  public DataSource checked(Path cache) {
    return new DataSource(folder, files, Optional.of(cache));
  }

  /** This source where it has files, else that of a folder, checked in the same way. */
  public DataSource or(Optional<Path> other) {
    return files.isPresent() || other.isEmpty()
        ? this
        : new DataSource(other, other.map(FileTree::of), checks);
  }

  /** A data set of these files, opened at most once. */
  public OpenedDataset open(Dataset dataset) {
    return opened.computeIfAbsent(dataset, its -> new OpenedDataset(its, this));
  }

  /** The folder that the user named, if any. */
  public Optional<Path> folder() {
    return folder;
  }

  /** The files, if there are any. */
  public Optional<FileTree> files() {
    return files;
  }

  /** Whether all files are checked, and where the results are kept. */
  public Optional<Path> checks() {
    return checks;
  }
}
