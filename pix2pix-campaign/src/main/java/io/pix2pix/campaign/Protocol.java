package io.pix2pix.campaign;

import com.google.common.base.Splitter;
import io.pix2pix.campaign.FaultCase.Judged;
import io.pix2pix.campaign.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A line by which a worker tells the campaign how far it is.
 *
 * @param name of the case
 * @param kind of the case
 * @param words what is done in it
 * @param judged a command that was judged; none where the case begins
 */
record Protocol(String name, String kind, String words, Optional<Judged> judged) {
  private static final String PREFIX = "case\t";
  private static final int BEGUN = 3;
  private static final int JUDGED = 6;

  /** The line. */
  String line() {
    var begun = PREFIX + String.join("\t", name, kind, words);
    return judged
        .map(
            one ->
                String.join(
                    "\t",
                    begun,
                    one.command(),
                    one.verdict().outcome().name(),
                    one.verdict().words().replaceAll("\\s+", " ")))
        .orElse(begun);
  }

  /** What a line says; nothing where it is of something else. */
  static Optional<Protocol> parse(String line) {
    if (!line.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var cells = Splitter.on('\t').splitToList(line.substring(PREFIX.length()));
    return cells.size() == BEGUN || cells.size() == JUDGED
        ? Optional.of(new Protocol(cells.get(0), cells.get(1), cells.get(2), judged(cells)))
        : Optional.empty();
  }

  private static Optional<Judged> judged(List<String> cells) {
    return cells.size() == BEGUN
        ? Optional.empty()
        : Optional.of(
            new Judged(cells.get(3), new Verdict(Outcome.valueOf(cells.get(4)), cells.get(5))));
  }
}
