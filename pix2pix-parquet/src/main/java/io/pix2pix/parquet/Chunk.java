package io.pix2pix.parquet;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import com.google.common.io.CountingInputStream;
import io.pix2pix.api.error.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/**
 * The values of one column in one row group. They lie in pages, each of some rows.
 *
 * @param where messages call the file
 * @param file in which it lies
 * @param leaf the column
 * @param rows how many it has
 * @param offset in the file
 * @param length in bytes
 * @param codec with which pages are packed
 */
record Chunk(
    String where,
    ByteSource file,
    Leaf leaf,
    int rows,
    long offset,
    long length,
    CompressionCodec codec) {
  private static final int BUFFER = 512;

  /** Pages are unpacked as a whole, by several threads at once. */
  private static final int SHARE_OF_MEMORY = 4;

  /**
   * Where a page lies.
   *
   * @param offset of its header, from the start of the chunk
   * @param firstRow of the row group that it holds
   * @param rows how many it holds; 0 for the dictionary
   */
  record Page(long offset, int firstRow, int rows) {}

  /**
   * The pages, in the order of their rows; the dictionary, if there is one, is the first and has no
   * rows. Only their headers are read.
   *
   * @throws InvalidInputException if they cannot be read
   */
  ImmutableList<Page> pages() {
    var pages = ImmutableList.<Page>builder();
    try (var in = open(0)) {
      int row = 0;
      while (row < rows) {
        long at = in.getCount();
        var header = Util.readPageHeader(in);
        int found = rows(header);
        if (found > 0 || header.getType() == PageType.DICTIONARY_PAGE) {
          pages.add(new Page(at, row, found));
        }
        row = Math.addExact(row, found);
        in.skipNBytes(size(header, in.getCount()));
      }
      if (row != rows) {
        throw new IOException("pages hold %d rows of %d".formatted(row, rows));
      }
      return pages.build();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private CountingInputStream open(long from) throws IOException {
    var part = file.slice(offset + from, length - from).openStream();
    return new CountingInputStream(new BufferedInputStream(part, BUFFER));
  }

  private static int rows(PageHeader header) throws IOException {
    int found =
        switch (header.getType()) {
          case DATA_PAGE -> header.getData_page_header().getNum_values();
          case DATA_PAGE_V2 -> header.getData_page_header_v2().getNum_rows();
          case DICTIONARY_PAGE, INDEX_PAGE -> 0;
        };
    if (found < 0) {
      throw new IOException("a page has %d rows".formatted(found));
    }
    return found;
  }

  private long size(PageHeader header, long at) throws IOException {
    int size = header.getCompressed_page_size();
    if (size < 0 || size > length - at || header.getUncompressed_page_size() < 0) {
      throw new IOException("a page is longer than what holds it");
    }
    return size;
  }

  /**
   * A page as it is packed.
   *
   * @throws InvalidInputException if it cannot be read, or needs more memory than there is
   */
  PackedPage packed(Page page) {
    try (var in = open(page.offset())) {
      var header = Util.readPageHeader(in);
      long size = size(header, page.offset() + in.getCount());
      requireMemory(size + header.getUncompressed_page_size());
      var bytes = in.readNBytes((int) size);
      if (bytes.length != size) {
        throw new IOException("a page ends too early");
      }
      checkSum(header, bytes);
      return new PackedPage(header, bytes);
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /**
   * A page that was read.
   *
   * @param header of it
   * @param bytes as they are packed
   */
  @SuppressWarnings("ArrayRecordComponent") // it is unpacked at once, and never compared
  record PackedPage(PageHeader header, byte[] bytes) {}

  private void requireMemory(long bytes) {
    long most = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
    if (bytes > most) {
      throw new InvalidInputException(
          "%s: column %s has a page of %d MB, and at most %d fit in memory; write it with smaller pages, or give Java more: PIX2PIX_JAVA_OPTIONS=-Xmx8g"
              .formatted(where, leaf.name(), bytes >> 20, most >> 20));
    }
  }

  private static void checkSum(PageHeader header, byte[] bytes) throws IOException {
    if (header.isSetCrc()) {
      var sum = new CRC32();
      sum.update(bytes);
      if ((int) sum.getValue() != header.getCrc()) {
        throw new IOException("a page has another checksum");
      }
    }
  }

  /** What to say where values cannot be read. */
  InvalidInputException damaged(Exception e) {
    return new InvalidInputException(
        "%s: column %s is damaged or cut short (%s); copy the file again"
            .formatted(where, leaf.name(), e.getMessage()),
        e);
  }
}
