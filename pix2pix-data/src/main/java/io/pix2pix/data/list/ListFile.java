package io.pix2pix.data.list;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.Files;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A list of rows with named columns: CSV with a header, values separated by tabs, or a JSON object
 * a line, as the extension says. UTF-8, with or without a byte order mark; lines end in LF or CRLF.
 *
 * @param where messages call it
 * @param contents of the file
 */
record ListFile(String where, ByteSource contents) {
  private static final InputFile FILE = new InputFile("a list of pairs", InputFile.LIST);
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES)
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The extensions of such files. */
  static final ImmutableList<String> EXTENSIONS = ImmutableList.of("csv", "tsv", "jsonl", "ndjson");

  /** Takes a row. */
  interface RowConsumer {
    /**
     * @param line of the file, from 1 on
     * @param cells by column; empty ones are left out
     */
    void row(long line, ImmutableMap<String, String> cells);
  }

  /**
   * Reads all rows, in their order.
   *
   * @throws InvalidInputException if it cannot be read, or is no such list
   */
  void rows(RowConsumer rows) {
    try (var text =
        new BufferedReader(
            new InputStreamReader(
                FILE.bounded(contents, where).openStream(), UTF_8.newDecoder()))) {
      var start = new PushbackReader(text, 1);
      int first = start.read();
      if (first >= 0 && first != BYTE_ORDER_MARK) {
        start.unread(first);
      }
      if (isJson()) {
        json(new BufferedReader(start), rows);
      } else {
        separated(start, rows);
      }
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(where + ": is no text in UTF-8; store it so", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          where + ": cannot be read (" + e + "); it must be a file that you may read", e);
    }
  }

  private boolean isJson() {
    return extension().endsWith("json") || extension().equals("jsonl");
  }

  private String extension() {
    return Ascii.toLowerCase(Files.getFileExtension(where));
  }

  private void json(BufferedReader text, RowConsumer rows) throws IOException {
    long line = 0;
    for (var one = text.readLine(); one != null; one = text.readLine()) {
      line++;
      if (!one.isBlank()) {
        rows.row(line, cells(line, one));
      }
    }
  }

  private ImmutableMap<String, String> cells(long line, String text) {
    var cells = ImmutableMap.<String, String>builder();
    object(line, text)
        .properties()
        .forEach(
            entry -> {
              var value = entry.getValue();
              if (value.isValueNode() && !value.isNull() && !value.asString().isEmpty()) {
                cells.put(entry.getKey(), value.asString());
              }
            });
    return cells.buildOrThrow();
  }

  private JsonNode object(long line, String text) {
    try {
      var node = JSON.readTree(text);
      checkArgument(node.isObject(), "it is none");
      return node;
    } catch (JacksonException | IllegalArgumentException e) {
      throw problem(
          line,
          "is no JSON object; write one in each line, such as {\"condition\": \"a.png\","
              + " \"target\": \"b.png\"}");
    }
  }

  private void separated(Reader text, RowConsumer rows) {
    var schema =
        CsvSchema.emptySchema().withColumnSeparator(extension().equals("tsv") ? '\t' : ',');
    long line = 0;
    try (var all = CSV.readerFor(String[].class).with(schema).<String[]>readValues(text)) {
      var header = header(all.hasNext() ? all.next() : new String[0]);
      line = 1;
      while (all.hasNext()) {
        line = all.currentLocation().getLineNr();
        rows.row(line, cells(line, header, all.next()));
      }
    } catch (JacksonException | NoSuchElementException e) {
      throw problem(Math.max(1, line), "is no row of values; a quote may not end");
    }
  }

  private List<String> header(String[] names) {
    var header = new ArrayList<String>();
    for (var name : names) {
      header.add(name.strip());
    }
    if (header.size() == 1 && header.get(0).matches(".*[;,\t].*")) {
      throw problem(
          1,
          "has one column, \"%s\"; separate values by commas, or by tabs in a file named .tsv"
              .formatted(header.get(0).replace('\t', ' ')));
    }
    if (new HashSet<>(header).size() < header.size()) {
      throw problem(1, "names a column twice: " + String.join(", ", header));
    }
    return header;
  }

  private ImmutableMap<String, String> cells(long line, List<String> header, String[] values) {
    if (values.length > header.size()) {
      throw problem(
          line,
          "has %d values, but there are %d columns; put quotes around values that hold the separator"
              .formatted(values.length, header.size()));
    }
    var cells = ImmutableMap.<String, String>builder();
    for (int i = 0; i < values.length; i++) {
      if (!values[i].isBlank()) {
        cells.put(header.get(i), values[i].strip());
      }
    }
    return cells.buildOrThrow();
  }

  /** What is wrong with a line. */
  InvalidInputException problem(long line, String words) {
    return new InvalidInputException("%s:%d: %s".formatted(where, line, words));
  }
}
