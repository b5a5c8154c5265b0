package io.pix2pix.parquet;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/**
 * The pictures of a column as a tree of files: {@code 12/name} is that of row 12.
 *
 * @param rows of which each has one
 * @param column as an experiment names it
 * @param leaves the column in each of the files
 * @param pages that were unpacked last
 */
record PictureColumn(Rows rows, String column, ImmutableList<Leaf> leaves, PageCache pages)
    implements FileTree {

  /**
   * A column.
   *
   * @param setting that names it, for messages
   * @throws InvalidInputException if a file has no such column of pictures
   */
  static PictureColumn of(Rows rows, String column, String setting, PageCache pages) {
    var leaves =
        rows.shards().stream()
            .map(shard -> shard.schema().pictures(column, setting))
            .collect(toImmutableList());
    return new PictureColumn(rows, column, leaves, pages);
  }

  /** The name of the picture of a row. */
  static String file(int row, String name) {
    return row + "/" + name;
  }

  private static int row(String file) {
    return Integer.parseInt(file.substring(0, file.indexOf('/')));
  }

  @Override
  public void check() {
    // The footers were read.
  }

  @Override
  public Optional<Listing> list(String folder) {
    return Optional.empty();
  }

  @Override
  public String where(String file) {
    return file.isEmpty()
        ? "%s, %s".formatted(rows.shards().get(0).where(), column)
        : "%s, %s".formatted(rows.where(row(file)), column);
  }

  @Override
  public ByteSource open(String file) {
    return new Picture(row(file));
  }

  private byte[] bytes(int row) {
    int shard = rows.starts().partOf(row);
    int within = rows.starts().withinPart(row);
    var value = pages.value(rows.shards().get(shard), leaves.get(shard), within);
    return value.orElseThrow(
        () ->
            new InvalidInputException(
                "%s, %s: has no picture (null, or a path alone); store the bytes of pictures, or leave the row out"
                    .formatted(rows.where(row), column)));
  }

  /** The bytes of one file. */
  private final class Picture extends ByteSource {
    private final int row;

    Picture(int row) {
      this.row = row;
    }

    @Override
    public InputStream openStream() {
      return new ByteArrayInputStream(read());
    }

    @Override
    public byte[] read() {
      return bytes(row);
    }

    @Override
    public long size() {
      return read().length;
    }
  }
}
