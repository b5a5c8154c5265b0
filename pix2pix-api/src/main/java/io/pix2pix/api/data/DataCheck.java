package io.pix2pix.api.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Multimaps;
import com.google.common.primitives.ImmutableIntArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was found when all pairs of a split were decoded.
 *
 * @param where the split lies, for messages
 * @param size how many pairs there are
 * @param findings by the index of the pair; only of those of which there are any
 */
record DataCheck(
    String where, int size, ImmutableSortedMap<Integer, ImmutableList<DataFinding>> findings) {
  private static final int NAMED = 4;
  private static final String SKIP = "data.onBadImage: skip";
  private static final String NONE_LEFT = "; no pair of %s is left without it";

  /** Decodes all pairs, several at once. */
  static DataCheck of(String where, Pairs pairs, ProgressListener work) {
    var findings = new ConcurrentHashMap<Integer, ImmutableList<DataFinding>>();
    var done = new AtomicLong();
    try (var progress = work.begin("check images", pairs.size())) {
      IntStream.range(0, pairs.size())
          .parallel()
          .forEach(
              index -> {
                var found = pairs.check(index);
                if (!found.isEmpty()) {
                  findings.put(index, found);
                }
                progress.reached(done.incrementAndGet());
              });
    }
    return new DataCheck(where, pairs.size(), ImmutableSortedMap.copyOf(findings));
  }

  private ImmutableList<DataFinding> bad() {
    return findings.values().stream()
        .flatMap(List::stream)
        .filter(DataFinding::bad)
        .distinct()
        .collect(toImmutableList());
  }

  /** Whether no pair has a file that cannot be used. */
  boolean isSound() {
    return bad().isEmpty();
  }

  /**
   * What to say where a file cannot be used: all of them are named.
   *
   * @param skips whether pairs are left out already, and none remains
   */
  InvalidInputException refusal(boolean skips) {
    var bad = bad();
    if (bad.size() == 1) {
      return new InvalidInputException(
          bad.get(0).where()
              + ": "
              + bad.get(0).words()
              + (skips ? NONE_LEFT.formatted(where) : "; or leave its pair out with " + SKIP));
    }
    var named =
        bad.stream()
            .map(finding -> finding.where() + " (" + finding.problem() + ")")
            .collect(Collectors.joining(", "));
    var advice =
        bad.stream()
            .flatMap(finding -> finding.advice().stream())
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining("; "));
    return new InvalidInputException(
        "%s: %d files cannot be used: %s; %s%s"
            .formatted(
                where,
                bad.size(),
                named,
                advice,
                skips ? NONE_LEFT.formatted(where) : "; or leave their pairs out with " + SKIP));
  }

  /** The pairs of which every file can be used. */
  ImmutableIntArray sound() {
    return ImmutableIntArray.copyOf(IntStream.range(0, size).filter(this::isSound));
  }

  private boolean isSound(int index) {
    return findings.getOrDefault(index, ImmutableList.of()).stream().noneMatch(DataFinding::bad);
  }

  /** The files that cannot be used, each with what is wrong. */
  ImmutableList<String> problems() {
    return bad().stream()
        .map(finding -> finding.where() + ": " + finding.problem())
        .collect(toImmutableList());
  }

  /** What was ignored, cut or guessed: a line for each thing, with the files that it is true of. */
  ImmutableList<String> notes() {
    var notes =
        findings.values().stream()
            .flatMap(List::stream)
            .filter(finding -> !finding.bad())
            .distinct()
            .collect(toImmutableList());
    return Multimaps.index(notes, DataFinding::words).asMap().entrySet().stream()
        .map(note -> note(note.getKey(), List.copyOf(note.getValue())))
        .collect(toImmutableList());
  }

  private static String note(String words, List<DataFinding> found) {
    var first = found.get(0).where() + ": " + words;
    return found.size() == 1
        ? first
        : "%s; so it is with %d others: %s"
            .formatted(
                first,
                found.size() - 1,
                found.stream()
                    .skip(1)
                    .limit(NAMED)
                    .map(DataFinding::where)
                    .collect(
                        Collectors.joining(", ", "", found.size() > NAMED + 1 ? ", ..." : "")));
  }

  /** What can be kept of it: lines of index, kind, file and words, with tabs between. */
  String text() {
    var lines = new StringBuilder(size + "\n");
    findings.forEach(
        (index, all) ->
            all.forEach(
                finding ->
                    lines.append(
                        "%d\t%b\t%s\t%s\n"
                            .formatted(
                                index,
                                finding.bad(),
                                line(finding.where()),
                                line(finding.words())))));
    return lines.toString();
  }

  private static String line(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }

  /** What {@link #text} kept. */
  static DataCheck read(String where, String text) {
    var lines = text.lines().toList();
    Map<Integer, List<DataFinding>> findings =
        lines.stream()
            .skip(1)
            .map(line -> line.split("\t", 4))
            .collect(
                Collectors.groupingBy(
                    cells -> Integer.parseInt(cells[0]),
                    Collectors.mapping(
                        cells ->
                            new DataFinding(cells[2], cells[3], Boolean.parseBoolean(cells[1])),
                        Collectors.toList())));
    var sorted = ImmutableSortedMap.<Integer, ImmutableList<DataFinding>>naturalOrder();
    findings.forEach((index, found) -> sorted.put(index, ImmutableList.copyOf(found)));
    return new DataCheck(where, Integer.parseInt(lines.get(0)), sorted.build());
  }
}
