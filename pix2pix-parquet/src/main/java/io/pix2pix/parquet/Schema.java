package io.pix2pix.parquet;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.VisibleText;
import io.pix2pix.parquet.Leaf.Content;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/**
 * The columns of a Parquet file.
 *
 * @param where messages call the file
 * @param leaves those that hold values, in their order
 */
record Schema(String where, ImmutableList<Leaf> leaves) {
  private static final int DEEPEST = 64;
  private static final int NAMED = 12;
  private static final String BYTES = ".bytes";

  static Schema of(String where, List<SchemaElement> elements) {
    return new Schema(where, new Reading(elements.iterator()).leaves());
  }

  /**
   * The column of pictures of that name: of bytes, or Hugging Face's structure of bytes and a path.
   *
   * @param setting that names it, for messages
   * @throws InvalidInputException if there is none
   */
  Leaf pictures(String name, String setting) {
    var found = find(name + BYTES).or(() -> find(name));
    return found.filter(Leaf::holdsFiles).orElseThrow(() -> noPictures(name, setting));
  }

  /**
   * The column of texts of that name, if there is such a column.
   *
   * @throws InvalidInputException if it holds something else
   */
  Optional<Leaf> text(String name) {
    var found = find(name).or(() -> within(name));
    if (found.isPresent() && !found.get().holdsText()) {
      throw new InvalidInputException(
          "%s: column %s holds %s, not text; rename it, or store it as text"
              .formatted(where, VisibleText.line(name), found.get().words()));
    }
    return found;
  }

  private Optional<Leaf> find(String name) {
    return leaves.stream().filter(leaf -> leaf.name().equals(name)).findFirst();
  }

  private Optional<Leaf> within(String name) {
    return leaves.stream().filter(leaf -> leaf.name().startsWith(name + ".")).findFirst();
  }

  private InvalidInputException noPictures(String name, String setting) {
    var problem =
        find(name)
            .or(() -> within(name))
            .map(leaf -> "holds %s, not the bytes of pictures".formatted(leaf.words()))
            .map(words -> "column %s %s".formatted(VisibleText.line(name), words))
            .orElse("has no column " + VisibleText.line(name));
    return new InvalidInputException(
        "%s: %s; it has %s: name a column of pictures with data.%s"
            .formatted(where, problem, columns(), setting));
  }

  private String columns() {
    var pictures = leaves.stream().filter(Leaf::holdsFiles).map(Schema::picture).toList();
    var others =
        leaves.stream()
            .filter(leaf -> !leaf.holdsFiles())
            .map(leaf -> leaf.name() + " (" + leaf.words() + ")")
            .toList();
    return (pictures.isEmpty() ? "no pictures" : "pictures in " + named(pictures))
        + (others.isEmpty() ? "" : ", besides " + named(others));
  }

  private static String picture(Leaf leaf) {
    var name = leaf.name();
    return name.endsWith(BYTES) ? name.substring(0, name.length() - BYTES.length()) : name;
  }

  private static String named(List<String> names) {
    return VisibleText.line(String.join(", ", names.subList(0, Math.min(NAMED, names.size()))))
        + (names.size() > NAMED ? ", ..." : "");
  }

  /** Elements stand in the order of a walk that comes to a structure before its parts. */
  private static final class Reading {
    private final Iterator<SchemaElement> elements;
    private final ImmutableList.Builder<Leaf> leaves = ImmutableList.builder();
    private final Deque<String> path = new ArrayDeque<>();
    private int count;

    Reading(Iterator<SchemaElement> elements) {
      this.elements = elements;
    }

    ImmutableList<Leaf> leaves() {
      parts(elements.next().getNum_children(), 0, 0);
      return leaves.build();
    }

    private void parts(int number, int repetition, int definition) {
      if (path.size() > DEEPEST) {
        throw new IllegalArgumentException("it has columns within columns, deeper than " + DEEPEST);
      }
      for (int i = 0; i < number; i++) {
        var element = elements.next();
        path.addLast(element.getName());
        read(
            element,
            repetition + (is(element, FieldRepetitionType.REPEATED) ? 1 : 0),
            definition + (is(element, FieldRepetitionType.REQUIRED) ? 0 : 1));
        path.removeLast();
      }
    }

    private static boolean is(SchemaElement element, FieldRepetitionType type) {
      return element.getRepetition_type() == type;
    }

    private void read(SchemaElement element, int repetition, int definition) {
      if (element.isSetType()) {
        var names = ImmutableList.copyOf(path);
        leaves.add(new Leaf(names, count, content(element), repetition, definition));
        count++;
      } else {
        parts(element.getNum_children(), repetition, definition);
      }
    }

    private static Content content(SchemaElement element) {
      if (element.getType() != Type.BYTE_ARRAY
          || element.getConverted_type() == ConvertedType.DECIMAL) {
        return Content.NUMBERS;
      }
      boolean isAnnotated = element.isSetLogicalType() || element.isSetConverted_type();
      return isAnnotated ? Content.TEXT : Content.BYTES;
    }
  }
}
