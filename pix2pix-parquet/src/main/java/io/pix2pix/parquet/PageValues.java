package io.pix2pix.parquet;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.parquet.Chunk.PackedPage;
import io.pix2pix.parquet.Chunk.Page;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageType;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/**
 * The values of one page, unpacked.
 *
 * @param values of its rows; null where there is none
 * @param bytes of memory that they need
 */
@SuppressWarnings("ArrayRecordComponent") // it never leaves this package, nor is it compared
record PageValues(@Nullable Binary[] values, int bytes) {

  /**
   * Unpacks a page.
   *
   * @param pages of the chunk, of which this is one; the dictionary is among them
   * @throws InvalidInputException if it is damaged
   */
  static PageValues of(Chunk chunk, List<Page> pages, Page page) {
    var data = chunk.packed(page);
    var dictionary = pages.get(0).rows() == 0 ? chunk.packed(pages.get(0)) : null;
    try {
      var source =
          new OnePage(
              page.rows(), data(chunk.codec(), data), dictionary(chunk.codec(), dictionary));
      int bytes = data.header().getUncompressed_page_size();
      int more = dictionary == null ? 0 : dictionary.header().getUncompressed_page_size();
      return new PageValues(values(chunk.leaf(), page.rows(), source), bytes + more);
    } catch (IOException | RuntimeException e) {
      throw chunk.damaged(e);
    }
  }

  private static @Nullable Binary[] values(Leaf leaf, int rows, PageReader source) {
    var reader = new ColumnReaderImpl(leaf.descriptor(), source, new PrimitiveConverter() {}, null);
    var values = new @Nullable Binary[rows];
    for (int row = 0; row < rows; row++) {
      if (reader.getCurrentDefinitionLevel() == leaf.definition()) {
        values[row] = reader.getBinary();
      }
      reader.consume();
    }
    return values;
  }

  private static DataPage data(CompressionCodec codec, PackedPage page) throws IOException {
    int size = page.header().getUncompressed_page_size();
    if (page.header().getType() == PageType.DATA_PAGE) {
      var header = page.header().getData_page_header();
      return new DataPageV1(
          BytesInput.from(Compression.unpacked(codec, page.bytes(), size)),
          header.getNum_values(),
          size,
          null,
          encoding(header.getRepetition_level_encoding()),
          encoding(header.getDefinition_level_encoding()),
          encoding(header.getEncoding()));
    }
    return second(codec, page);
  }

  /** In the second version, levels lie before the values and are not packed. */
  private static DataPage second(CompressionCodec codec, PackedPage page) throws IOException {
    var header = page.header().getData_page_header_v2();
    int repetition = header.getRepetition_levels_byte_length();
    int levels = Math.addExact(repetition, header.getDefinition_levels_byte_length());
    var packed = Compression.part(page.bytes(), levels, page.bytes().length);
    int size = page.header().getUncompressed_page_size() - levels;
    boolean isPacked = !header.isSetIs_compressed() || header.isIs_compressed();
    var values = isPacked ? Compression.unpacked(codec, packed, size) : packed;
    return DataPageV2.uncompressed(
        header.getNum_rows(),
        header.getNum_nulls(),
        header.getNum_values(),
        BytesInput.from(Compression.part(page.bytes(), 0, repetition)),
        BytesInput.from(Compression.part(page.bytes(), repetition, levels)),
        encoding(header.getEncoding()),
        BytesInput.from(values),
        null);
  }

  private static @Nullable DictionaryPage dictionary(
      CompressionCodec codec, @Nullable PackedPage page) throws IOException {
    if (page == null) {
      return null;
    }
    int size = page.header().getUncompressed_page_size();
    var header = page.header().getDictionary_page_header();
    return new DictionaryPage(
        BytesInput.from(Compression.unpacked(codec, page.bytes(), size)),
        size,
        header.getNum_values(),
        encoding(header.getEncoding()));
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }

  /** Gives a reader of columns one page alone. */
  private static final class OnePage implements PageReader {
    private final int rows;
    private final DataPage data;
    private final @Nullable DictionaryPage dictionary;

    OnePage(int rows, DataPage data, @Nullable DictionaryPage dictionary) {
      this.rows = rows;
      this.data = data;
      this.dictionary = dictionary;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
      return dictionary;
    }

    @Override
    public long getTotalValueCount() {
      return rows;
    }

    @Override
    public DataPage readPage() {
      return data;
    }
  }
}
