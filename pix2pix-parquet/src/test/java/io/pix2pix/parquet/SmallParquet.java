package io.pix2pix.parquet;

import com.google.common.collect.Iterables;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Writes small Parquet files. Values are encoded by the library, as its own writer does that needs
 * Hadoop; pages and footer are put together here.
 *
 * @param codec of pages
 * @param rowsOfGroup in a row group
 * @param rowsOfPage in a page
 * @param properties of encodings
 */
@SuppressWarnings("deprecation") // a writer of pages has to have the methods of older versions
record SmallParquet(
    CompressionCodec codec, int rowsOfGroup, int rowsOfPage, ParquetProperties properties) {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Plain values, as they are, in one page. */
  static final SmallParquet PLAIN =
      of(CompressionCodec.UNCOMPRESSED, 1000, 1000, WriterVersion.PARQUET_1_0, false);

  static SmallParquet of(
      CompressionCodec codec, int group, int page, WriterVersion version, boolean dictionary) {
    var properties =
        ParquetProperties.builder()
            .withWriterVersion(version)
            .withDictionaryEncoding(dictionary)
            .withPageRowCountLimit(page)
            .withMinRowCountForPageSizeCheck(1)
            .build();
    return new SmallParquet(codec, group, page, properties);
  }

  Path write(Path file, MessageType schema, List<Group> rows) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var bytes = new ByteArrayOutputStream();
    bytes.write(MAGIC);
    var groups = new ArrayList<RowGroup>();
    for (var part : Iterables.partition(rows, rowsOfGroup)) {
      groups.add(group(schema, part, bytes));
    }
    var footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, elements(schema), rows.size(), groups), footer);
    footer.writeTo(bytes);
    bytes.write(little(footer.size()));
    bytes.write(MAGIC);
    return Files.write(file, bytes.toByteArray());
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static List<SchemaElement> elements(MessageType schema) {
    var elements = new ArrayList<SchemaElement>();
    elements.add(new SchemaElement("schema").setNum_children(schema.getFieldCount()));
    schema.getFields().forEach(field -> add(field, elements));
    return elements;
  }

  private static void add(Type type, List<SchemaElement> elements) {
    var element =
        new SchemaElement(type.getName())
            .setRepetition_type(FieldRepetitionType.valueOf(type.getRepetition().name()));
    elements.add(element);
    if (type.isPrimitive()) {
      var name = type.asPrimitiveType().getPrimitiveTypeName().name();
      element.setType(
          org.apache.parquet.format.Type.valueOf(name.equals("BINARY") ? "BYTE_ARRAY" : name));
      if (LogicalTypeAnnotation.stringType().equals(type.getLogicalTypeAnnotation())) {
        element.setConverted_type(ConvertedType.UTF8);
      }
    } else {
      element.setNum_children(type.asGroupType().getFieldCount());
      type.asGroupType().getFields().forEach(field -> add(field, elements));
    }
  }

  private RowGroup group(MessageType schema, List<Group> rows, ByteArrayOutputStream file)
      throws IOException {
    Map<ColumnDescriptor, Pages> columns = new LinkedHashMap<>();
    schema.getColumns().forEach(column -> columns.put(column, new Pages()));
    try (var store = properties.newColumnWriteStore(schema, columns::get)) {
      var consumer = new ColumnIOFactory().getColumnIO(schema).getRecordWriter(store);
      var writer = new GroupWriter(consumer, schema);
      rows.forEach(writer::write);
      consumer.flush();
      store.flush();
    }
    var chunks = new ArrayList<ColumnChunk>();
    for (var column : columns.entrySet()) {
      chunks.add(column.getValue().chunk(column.getKey(), rows.size(), file));
    }
    return new RowGroup(chunks, file.size(), rows.size());
  }

  private byte[] packed(byte[] bytes) throws IOException {
    var compressor =
        switch (codec) {
          case SNAPPY -> new SnappyCompressor();
          case ZSTD -> new ZstdCompressor();
          case LZ4_RAW -> new Lz4Compressor();
          default -> null;
        };
    if (compressor != null) {
      var packed = new byte[compressor.maxCompressedLength(bytes.length)];
      int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
      return Arrays.copyOf(packed, length);
    } else if (codec == CompressionCodec.GZIP) {
      var packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      return packed.toByteArray();
    }
    return bytes;
  }

  /** The pages of a column in a row group. */
  private final class Pages implements PageWriter {
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    ColumnChunk chunk(ColumnDescriptor column, int values, ByteArrayOutputStream file)
        throws IOException {
      int start = file.size();
      dictionary.writeTo(file);
      int first = file.size();
      data.writeTo(file);
      var type = column.getPrimitiveType().getPrimitiveTypeName().name();
      var about =
          new ColumnMetaData(
              org.apache.parquet.format.Type.valueOf(type.equals("BINARY") ? "BYTE_ARRAY" : type),
              List.of(Encoding.PLAIN),
              List.of(column.getPath()),
              codec,
              values,
              file.size() - start,
              file.size() - start,
              first);
      if (dictionary.size() > 0) {
        about.setDictionary_page_offset(start);
      }
      return new ColumnChunk(start).setMeta_data(about);
    }

    private void put(PageHeader header, byte[] bytes, OutputStream out) throws IOException {
      var sum = new CRC32();
      sum.update(bytes);
      header.setCrc((int) sum.getValue());
      Util.writePageHeader(header, out);
      out.write(bytes);
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int values,
        Statistics<?> statistics,
        org.apache.parquet.column.Encoding repetition,
        org.apache.parquet.column.Encoding definition,
        org.apache.parquet.column.Encoding encoding) {
      throw new UnsupportedOperationException("the library calls the one with sizes and places");
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int values,
        int rows,
        Statistics<?> statistics,
        org.apache.parquet.column.Encoding repetition,
        org.apache.parquet.column.Encoding definition,
        org.apache.parquet.column.Encoding encoding) {
      throw new UnsupportedOperationException("the library calls the one with sizes and places");
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int values,
        int rows,
        Statistics<?> statistics,
        SizeStatistics sizes,
        GeospatialStatistics places,
        org.apache.parquet.column.Encoding repetition,
        org.apache.parquet.column.Encoding definition,
        org.apache.parquet.column.Encoding encoding)
        throws IOException {
      var packed = packed(bytes.toByteArray());
      var header = new PageHeader(PageType.DATA_PAGE, (int) bytes.size(), packed.length);
      header.setData_page_header(
          new DataPageHeader(values, format(encoding), format(definition), format(repetition)));
      put(header, packed, data);
    }

    @Override
    public void writePageV2(
        int rows,
        int nulls,
        int values,
        BytesInput repetition,
        BytesInput definition,
        org.apache.parquet.column.Encoding encoding,
        BytesInput bytes,
        Statistics<?> statistics) {
      throw new UnsupportedOperationException("the library calls the one with sizes and places");
    }

    @Override
    public void writePageV2(
        int rows,
        int nulls,
        int values,
        BytesInput repetition,
        BytesInput definition,
        org.apache.parquet.column.Encoding encoding,
        BytesInput bytes,
        Statistics<?> statistics,
        SizeStatistics sizes,
        GeospatialStatistics places)
        throws IOException {
      var packed = packed(bytes.toByteArray());
      int levels = (int) (repetition.size() + definition.size());
      var header =
          new PageHeader(
              PageType.DATA_PAGE_V2, levels + (int) bytes.size(), levels + packed.length);
      header.setData_page_header_v2(
          new DataPageHeaderV2(
              values,
              nulls,
              rows,
              format(encoding),
              (int) definition.size(),
              (int) repetition.size()));
      var all = BytesInput.concat(repetition, definition, BytesInput.from(packed));
      put(header, all.toByteArray(), data);
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
      var packed = packed(page.getBytes().toByteArray());
      var header =
          new PageHeader(PageType.DICTIONARY_PAGE, (int) page.getBytes().size(), packed.length);
      header.setDictionary_page_header(
          new DictionaryPageHeader(page.getDictionarySize(), Encoding.PLAIN));
      put(header, packed, dictionary);
    }

    private static Encoding format(org.apache.parquet.column.Encoding encoding) {
      return Encoding.valueOf(encoding.name());
    }

    @Override
    public long getMemSize() {
      return data.size();
    }

    @Override
    public long allocatedSize() {
      return data.size();
    }

    @Override
    public String memUsageString(String prefix) {
      return prefix;
    }
  }
}
