package io.pix2pix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * A Parquet file of pictures, in the columns {@code condition} and {@code target}, and of the
 * column {@code split}. The library's own writer needs Hadoop; values are plain here.
 */
final class PairTable {
  private static final byte[] MAGIC = "PAR1".getBytes(UTF_8);
  private static final int ROWS_OF_GROUP = 4;

  private final List<byte[]> conditions = new ArrayList<>();
  private final List<byte[]> targets = new ArrayList<>();
  private final List<byte[]> splits = new ArrayList<>();
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  private PairTable() {}

  /**
   * Writes a file.
   *
   * @param pictures by names such as {@code train/1.condition.png}, with the target of a pair
   *     behind its condition
   */
  static void write(Path place, Map<String, byte[]> pictures) throws IOException {
    var table = new PairTable();
    pictures.forEach(
        (name, bytes) -> {
          boolean isTarget = name.contains(".target.");
          (isTarget ? table.targets : table.conditions).add(bytes);
          if (isTarget) {
            table.splits.add(name.substring(0, name.indexOf('/')).getBytes(UTF_8));
          }
        });
    Files.write(place, table.bytes());
  }

  private byte[] bytes() throws IOException {
    file.write(MAGIC);
    var groups = new ArrayList<RowGroup>();
    for (int first = 0; first < splits.size(); first += ROWS_OF_GROUP) {
      int end = Math.min(splits.size(), first + ROWS_OF_GROUP);
      var chunks =
          List.of(
              chunk("condition", conditions.subList(first, end)),
              chunk("target", targets.subList(first, end)),
              chunk("split", splits.subList(first, end)));
      groups.add(new RowGroup(chunks, file.size(), end - first));
    }
    var footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, schema(), splits.size(), groups), footer);
    footer.writeTo(file);
    file.write(little(footer.size()));
    file.write(MAGIC);
    return file.toByteArray();
  }

  private static List<SchemaElement> schema() {
    var split = column("split").setConverted_type(ConvertedType.UTF8);
    return List.of(
        new SchemaElement("schema").setNum_children(3),
        column("condition"),
        column("target"),
        split);
  }

  private static SchemaElement column(String name) {
    return new SchemaElement(name)
        .setType(Type.BYTE_ARRAY)
        .setRepetition_type(FieldRepetitionType.REQUIRED);
  }

  private ColumnChunk chunk(String column, List<byte[]> values) throws IOException {
    int start = file.size();
    int size = values.stream().mapToInt(value -> Integer.BYTES + value.length).sum();
    var header = new PageHeader(PageType.DATA_PAGE, size, size);
    header.setData_page_header(
        new DataPageHeader(values.size(), Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    Util.writePageHeader(header, file);
    for (var value : values) {
      file.write(little(value.length));
      file.write(value);
    }
    int length = file.size() - start;
    return new ColumnChunk(start)
        .setMeta_data(
            new ColumnMetaData(
                Type.BYTE_ARRAY,
                List.of(Encoding.PLAIN),
                List.of(column),
                CompressionCodec.UNCOMPRESSED,
                values.size(),
                length,
                length,
                start));
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
