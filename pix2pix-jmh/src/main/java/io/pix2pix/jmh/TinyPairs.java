package io.pix2pix.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
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
 * Writes pairs of small pictures in every layout.
 *
 * @param folder that holds all of them
 * @param pairs how many there are
 */
record TinyPairs(Path folder, int pairs) {
  private static final int ROWS_OF_GROUP = 100;

  /** Names as data sets have them. */
  static String name(int number) {
    return "%06d".formatted(number);
  }

  private byte[] picture() throws IOException {
    var file = folder.resolve("picture.png");
    ImageFiles.write(file, Image.of(new ImageShape(4, 8, 3), new float[96]));
    var bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  /** A file for each pair or picture, in folders that are made; those that are there stay. */
  void files(List<IntFunction<String>> names) throws IOException {
    var picture = picture();
    for (var name : names) {
      if (Files.exists(folder.resolve(name.apply(0)))) {
        continue;
      }
      Files.createDirectories(folder.resolve(name.apply(0)).resolveSibling(""));
      for (int i = 0; i < pairs; i++) {
        Files.write(folder.resolve(name.apply(i)), picture);
      }
    }
  }

  /** A list with a line for each pair. */
  void list(String file, String header, IntFunction<String> line) throws IOException {
    var text = new StringBuilder(header);
    for (int i = 0; i < pairs; i++) {
      text.append(line.apply(i)).append('\n');
    }
    Files.createDirectories(folder.resolve(file).resolveSibling(""));
    Files.writeString(folder.resolve(file), text, UTF_8);
  }

  Path zip(String file, List<IntFunction<String>> names) throws IOException {
    var picture = picture();
    var sum = new CRC32();
    sum.update(picture);
    try (var zip = new ZipOutputStream(open(file))) {
      zip.setMethod(ZipOutputStream.STORED);
      for (var name : names) {
        for (int i = 0; i < pairs; i++) {
          var entry = new ZipEntry(name.apply(i));
          entry.setSize(picture.length);
          entry.setCrc(sum.getValue());
          zip.putNextEntry(entry);
          zip.write(picture);
        }
      }
    }
    return folder.resolve(file);
  }

  Path tar(String file, List<IntFunction<String>> names) throws IOException {
    var picture = picture();
    try (var tar = new TarArchiveOutputStream(open(file))) {
      for (int i = 0; i < pairs; i++) {
        for (var name : names) {
          var entry = new TarArchiveEntry(name.apply(i));
          entry.setSize(picture.length);
          tar.putArchiveEntry(entry);
          tar.write(picture);
          tar.closeArchiveEntry();
        }
      }
    }
    return folder.resolve(file);
  }

  private OutputStream open(String file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)));
  }

  /** Columns of bytes, plain, 100 rows in a row group, as Hugging Face has it. */
  Path parquet(String file, String... columns) throws IOException {
    var picture = picture();
    var bytes = new ByteArrayOutputStream();
    bytes.write("PAR1".getBytes(UTF_8));
    var groups = new ArrayList<RowGroup>();
    for (int first = 0; first < pairs; first += ROWS_OF_GROUP) {
      int rows = Math.min(ROWS_OF_GROUP, pairs - first);
      var chunks = new ArrayList<ColumnChunk>();
      for (var column : columns) {
        chunks.add(chunk(column, picture, rows, bytes));
      }
      groups.add(new RowGroup(chunks, bytes.size(), rows));
    }
    var footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, schema(columns), pairs, groups), footer);
    footer.writeTo(bytes);
    bytes.write(little(footer.size()));
    bytes.write("PAR1".getBytes(UTF_8));
    return Files.write(folder.resolve(file), bytes.toByteArray());
  }

  private static List<SchemaElement> schema(String... columns) {
    var schema = new ArrayList<SchemaElement>();
    schema.add(new SchemaElement("schema").setNum_children(columns.length));
    for (var column : columns) {
      schema.add(
          new SchemaElement(column)
              .setType(Type.BYTE_ARRAY)
              .setRepetition_type(FieldRepetitionType.REQUIRED));
    }
    return schema;
  }

  private static ColumnChunk chunk(
      String column, byte[] picture, int rows, ByteArrayOutputStream file) throws IOException {
    int start = file.size();
    int size = rows * (Integer.BYTES + picture.length);
    var header = new PageHeader(PageType.DATA_PAGE, size, size);
    header.setData_page_header(
        new DataPageHeader(rows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    Util.writePageHeader(header, file);
    for (int row = 0; row < rows; row++) {
      file.write(little(picture.length));
      file.write(picture);
    }
    int length = file.size() - start;
    return new ColumnChunk(start)
        .setMeta_data(
            new ColumnMetaData(
                Type.BYTE_ARRAY,
                List.of(Encoding.PLAIN),
                List.of(column),
                CompressionCodec.UNCOMPRESSED,
                rows,
                length,
                length,
                start));
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
