package io.pix2pix.parquet;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.format.RowGroup;

/**
 * A Parquet file, of which the footer was read. Its rows are numbered from 0 on.
 *
 * @param where messages call it
 * @param entry of the file; its name is the whole path
 * @param file its bytes
 * @param schema its columns
 * @param groups of rows
 * @param starts of the groups
 */
record Shard(
    String where,
    FileTree.Entry entry,
    ByteSource file,
    Schema schema,
    ImmutableList<RowGroup> groups,
    Starts starts) {

  /**
   * Reads the footer of a file.
   *
   * @param entry its name is the whole path
   * @throws InvalidInputException if this is no Parquet file, or one that cannot be read
   */
  static Shard open(FileTree files, FileTree.Entry entry) {
    var where = files.where(entry.name());
    var file = files.open(entry.name());
    var footer = Footer.read(where, file, entry.size());
    try {
      var groups = ImmutableList.copyOf(footer.getRow_groups());
      var schema = Schema.of(where, footer.getSchema());
      var starts = Starts.of(where, groups.stream().mapToLong(RowGroup::getNum_rows));
      return new Shard(where, entry, file, schema, groups, starts);
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) {
      // What the format demands may be missing.
      throw new InvalidInputException(
          "%s: has a damaged footer (%s); copy the file again".formatted(where, e.getMessage()), e);
    }
  }

  /**
   * A column in a row group.
   *
   * @throws InvalidInputException if it cannot be read
   */
  Chunk chunk(int group, Leaf leaf) {
    requireUnchanged();
    var stored = groups.get(group).getColumns().get(leaf.index());
    var about = stored.getMeta_data();
    if (about == null || stored.isSetCrypto_metadata()) {
      throw new InvalidInputException(where + ": is encrypted; store it without encryption");
    }
    Compression.check(where, about.getCodec());
    boolean hasDictionary =
        about.isSetDictionary_page_offset()
            && about.getDictionary_page_offset() > 0
            && about.getDictionary_page_offset() < about.getData_page_offset();
    long offset = hasDictionary ? about.getDictionary_page_offset() : about.getData_page_offset();
    long length = about.getTotal_compressed_size();
    var chunk = new Chunk(where, file, leaf, starts.rows(group), offset, length, about.getCodec());
    boolean isWithin = offset >= 0 && length >= 0 && length <= entry.size() - offset;
    if (!isWithin || stored.isSetFile_path() || about.getNum_values() != chunk.rows()) {
      throw chunk.damaged(new IOException("row group %d lies elsewhere".formatted(group)));
    }
    return chunk;
  }

  private void requireUnchanged() {
    try {
      if (file.size() == entry.size()) {
        return;
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          where + ": cannot be read (" + e + "); it must be a file that you may read", e);
    }
    throw new InvalidInputException(
        where + ": changed while it was in use; leave the data alone until the work is done");
  }

  /**
   * A text of each row; empty where there is none.
   *
   * @param leaf a column of text
   */
  ImmutableList<Optional<String>> texts(Leaf leaf) {
    var kept = new HashMap<String, Optional<String>>();
    return IntStream.range(0, groups.size())
        .mapToObj(group -> chunk(group, leaf))
        .flatMap(
            chunk -> {
              var pages = chunk.pages();
              return pages.stream()
                  .filter(page -> page.rows() > 0)
                  .map(page -> PageValues.of(chunk, pages, page));
            })
        .flatMap(page -> Arrays.stream(page.values()))
        .map(
            value ->
                value == null
                    ? Optional.<String>empty()
                    : kept.computeIfAbsent(value.toStringUsingUTF8(), Optional::of))
        .collect(ImmutableList.toImmutableList());
  }
}
