package io.pix2pix.train.run;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.common.primitives.Longs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows that {@code losses.csv} has up to a step.
 *
 * @param header first line, with its end
 * @param row what a whole row looks like
 * @param steps the last step that counts
 */
record LossRows(String header, Pattern row, long steps) {
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?";
  private static final int SHOWN = 5;

  static LossRows of(String header, int columns, long steps) {
    var row = Pattern.compile("([0-9]{1,18})(," + NUMBER + "){" + columns + "}\n");
    return new LossRows(header, row, steps);
  }

  /**
   * The end of the last row that counts, if the file begins with the header and all lines until
   * there are rows in their order; -1 if not. Rows may be missing.
   *
   * @param present is told which steps have a row
   */
  long end(Path file, RangeSet<Long> present) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      if (!line(in).equals(header)) {
        return -1;
      }
      long end = header.length();
      long last = 0;
      while (last < steps) {
        var line = line(in);
        if (line.isEmpty()) {
          return end;
        }
        long step = step(line).orElse(-1);
        if (step <= last || step > steps) {
          return -1;
        }
        present.add(only(step));
        end += line.length();
        last = step;
      }
      return end;
    }
  }

  /** All whole rows, by their steps, in whatever order they stand. */
  SortedMap<Long, String> whole(Path file) throws IOException {
    var rows = new TreeMap<Long, String>();
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      long number = 0;
      for (var line = line(in); !line.isEmpty(); line = line(in)) {
        long step = step(line).orElse(-1);
        if (step == number && step >= 1) {
          rows.put(step, line); // where it belongs
        } else if (step >= 1 && step <= steps) {
          rows.putIfAbsent(step, line);
        }
        number++;
      }
    }
    return rows.headMap(steps + 1);
  }

  /** The steps that have no row, in words; empty if there are none. */
  String missing(RangeSet<Long> present) {
    RangeSet<Long> all = TreeRangeSet.create();
    all.add(Range.closedOpen(1L, steps + 1));
    all.removeAll(present);
    var ranges = all.asRanges();
    var words = ranges.stream().limit(SHOWN).map(LossRows::words).collect(Collectors.joining(", "));
    return ranges.size() > SHOWN ? words + " and others" : words;
  }

  static Range<Long> only(long step) {
    return Range.closedOpen(step, step + 1);
  }

  private static String words(Range<Long> range) {
    var steps = ContiguousSet.create(range, DiscreteDomain.longs());
    return steps.first().equals(steps.last())
        ? steps.first().toString()
        : steps.first() + "-" + steps.last();
  }

  private OptionalLong step(String line) {
    var matcher = row.matcher(line);
    var step = matcher.matches() ? Longs.tryParse(matcher.group(1)) : null;
    return step == null ? OptionalLong.empty() : OptionalLong.of(step);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.append((char) next);
      if (next == '\n') {
        break;
      }
    }
    return line.toString();
  }
}
