package io.pix2pix.testing;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import com.google.common.primitives.Floats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Expected values that are too many for a line of a test. They lie in a resource beside the test,
 * {@code NAME.txt} for the class {@code NAME}: a line for each array, such as {@code two halves:
 * 0.5 -0.5}. Lines that begin with {@code #} say where the values come from.
 */
public final class ReferenceValues {
  private ReferenceValues() {}

  /**
   * The values of a line.
   *
   * @param test the class beside which the resource lies
   * @param name what the line begins with
   * @throws IllegalArgumentException if there is no such resource, not exactly one such line, or a
   *     word in it that is no number
   */
  public static float[] of(Class<?> test, String name) {
    var resource = test.getSimpleName() + ".txt";
    var start = name + ": ";
    var found = lines(test, resource).stream().filter(line -> line.startsWith(start)).toList();
    checkArgument(found.size() == 1, "%s: %s lines \"%s...\"", resource, found.size(), start);
    var words = Splitter.on(' ').splitToStream(found.get(0).substring(start.length()));
    return Floats.toArray(words.map(Float::valueOf).toList());
  }

  private static List<String> lines(Class<?> test, String resource) {
    try {
      return Resources.readLines(Resources.getResource(test, resource), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
