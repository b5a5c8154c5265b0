package io.pix2pix.parquet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.layout.FoundInTree;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Parquet files of a folder, and of the folders in it. Their footers are read once.
 * Thread-safe.
 */
final class ParquetFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ParquetFiles.class);
  private static final FoundInTree<String, ParquetFiles> FOUND = new FoundInTree<>();
  private static final String NONE = "";

  private final FileTree files;
  private final String folder;
  private final ImmutableListMultimap<String, Entry> bySplit;
  private final Map<String, Rows> rows = new ConcurrentHashMap<>();
  private final PageCache pages = new PageCache();

  private ParquetFiles(FileTree files, String folder) {
    this.files = files;
    this.folder = folder;
    var found = below(folder).collect(ImmutableList.toImmutableList());
    bySplit = Multimaps.index(found, entry -> split(entry.name()));
    if (found.isEmpty()) {
      throw new InvalidInputException(
          files.where(folder) + ": has no Parquet files; put them there, or name another folder");
    }
    if (hasSplits() && bySplit.containsKey(NONE)) {
      LOG.warn(
          "{}: passes over {} Parquet files whose names tell no split, such as {}",
          files.where(folder),
          bySplit.get(NONE).size(),
          files.where(bySplit.get(NONE).get(0).name()));
    }
  }

  /**
   * The files of a folder, listed once.
   *
   * @param folder below the data folder; empty for all of it
   * @throws InvalidInputException if there are none
   */
  static ParquetFiles of(FileTree files, String folder) {
    return FOUND.get(files, folder, its -> new ParquetFiles(files, its));
  }

  /** Names that begin so are what programs keep beside data. */
  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private Stream<Entry> below(String path) {
    return files.list(path).stream()
        .flatMap(
            listing ->
                Stream.concat(
                    listing.files().stream()
                        .filter(file -> ParquetFormat.isParquet(file.name()))
                        .filter(file -> !isHidden(file.name()))
                        .map(
                            file ->
                                new Entry(path(path, file.name()), file.size(), file.modified())),
                    listing.folders().stream()
                        .filter(name -> !isHidden(name))
                        .flatMap(name -> below(path(path, name)))));
  }

  private static String path(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private String split(String path) {
    return SplitOfPath.of(folder.isEmpty() ? path : path.substring(folder.length() + 1))
        .orElse(NONE);
  }

  /** Whether names tell the splits of files. */
  boolean hasSplits() {
    return bySplit.keySet().stream().anyMatch(split -> !split.equals(NONE));
  }

  /** Whether names tell that files are of a split. */
  boolean has(String split) {
    return bySplit.containsKey(split);
  }

  /** What messages call the folder. */
  String where() {
    return files.where(folder);
  }

  /** The pages of these files that were read last. */
  PageCache pages() {
    return pages;
  }

  /**
   * The rows of a split that names tell.
   *
   * @throws InvalidInputException if there are no such files, or one cannot be read
   */
  Rows rows(String split) {
    if (!has(split)) {
      throw new InvalidInputException(
          "%s: has no Parquet files of split %s; the splits in it are: %s"
              .formatted(where(), split, String.join(", ", bySplit.keySet())));
    }
    return rows.computeIfAbsent(split, this::opened);
  }

  /**
   * The rows of all files, of which names tell no split.
   *
   * @throws InvalidInputException if one cannot be read
   */
  Rows all() {
    return rows.computeIfAbsent(NONE, this::opened);
  }

  private Rows opened(String split) {
    return Rows.of(
        where(),
        bySplit.get(split).stream()
            .map(entry -> Shard.open(files, entry))
            .collect(ImmutableList.toImmutableList()));
  }
}
