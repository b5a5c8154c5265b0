package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * The form of every file of comma-separated values that a run or a report holds: RFC 4180, but
 * lines end in a line feed, and a cell is quoted only where it must be.
 */
public final class Csv {
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvReadFeature.WRAP_AS_ARRAY)
          .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
          .build();
  private static final CsvSchema ROWS = CsvSchema.emptySchema().withLineSeparator("\n");
  private static final ObjectWriter WRITER = MAPPER.writer(ROWS);
  private static final ObjectReader READER = MAPPER.readerFor(String[].class).with(ROWS);

  private Csv() {}

  /** Writes arrays as rows; for files that grow row by row. */
  public static ObjectWriter writer() {
    return WRITER;
  }

  /** Reads rows as arrays of text; for files that are too long to hold all their text. */
  public static ObjectReader reader() {
    return READER;
  }

  /** The text of a whole file: a line for each row, the header among them. */
  public static String text(List<? extends List<?>> rows) {
    return WRITER.writeValueAsString(rows);
  }

  /** A cell with six digits after the point; empty where there is no number. */
  public static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
  }

  /**
   * The rows of a whole file, the header among them.
   *
   * @throws JacksonException if a quoted cell does not end
   */
  public static ImmutableList<ImmutableList<String>> rows(String text) {
    try (var rows = READER.<String[]>readValues(text)) {
      return Streams.stream(rows)
          .map(ImmutableList::copyOf)
          .collect(ImmutableList.toImmutableList());
    }
  }
}
