package io.pix2pix.parquet;

import com.google.common.collect.ImmutableList;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * A column that holds values, be it within a structure or not.
 *
 * @param path names from the top of the schema
 * @param index among all that hold values
 * @param content what its values are
 * @param repetition how many of the names stand for lists
 * @param definition how many of the names may have no value
 */
record Leaf(
    ImmutableList<String> path, int index, Content content, int repetition, int definition) {

  /** What values are. */
  enum Content {
    BYTES("bytes"),
    TEXT("text"),
    NUMBERS("numbers");

    private final String words;

    Content(String words) {
      this.words = words;
    }
  }

  /** All names, with dots between. */
  String name() {
    return String.join(".", path);
  }

  /** Whether each row holds the bytes of one file. */
  boolean holdsFiles() {
    return content == Content.BYTES && repetition == 0;
  }

  /** Whether each row holds one text. */
  boolean holdsText() {
    return content == Content.TEXT && repetition == 0;
  }

  /** What it holds, for messages. */
  String words() {
    return repetition > 0 ? "lists" : content.words;
  }

  /** What tells a reader how to take it apart, where it holds bytes or text. */
  ColumnDescriptor descriptor() {
    var type = Types.optional(PrimitiveTypeName.BINARY).named(path.get(path.size() - 1));
    return new ColumnDescriptor(path.toArray(String[]::new), type, repetition, definition);
  }
}
