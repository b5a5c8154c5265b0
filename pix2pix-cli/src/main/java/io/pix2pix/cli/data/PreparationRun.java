package io.pix2pix.cli.data;

import io.pix2pix.api.data.DataFinding;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.data.prepare.Preparation;
import io.pix2pix.data.prepare.PreparedFolder;
import java.nio.file.Path;
import java.util.List;

/** Carries out a preparation while a person watches. */
final class PreparationRun {
  private PreparationRun() {}

  /**
   * Does what is missing, and ends with a line of what was done and what comes next.
   *
   * @param title for the progress, for example {@code resize}
   * @param next the command that comes next
   * @return the exit code
   */
  static int of(
      Console console,
      Preparation preparation,
      Path output,
      boolean again,
      String title,
      String next) {
    var folder = new PreparedFolder(output);
    var outcome = folder.fill(preparation, again, title, ProgressLine.work(console));
    preparation.notes().forEach(console::say);
    tell(console, outcome.failed());
    console.say(
        "Made %s in %s%s. Next: %s"
            .formatted(
                pictures(outcome.done()),
                output,
                outcome.there() == 0 ? "" : "; %d were there already".formatted(outcome.there()),
                next));
    return outcome.failed().isEmpty() ? 0 : 1;
  }

  static String pictures(int count) {
    return count == 1 ? "1 picture" : "%,d pictures".formatted(count);
  }

  static String files(int count) {
    return count == 1 ? "1 file" : "%,d files".formatted(count);
  }

  /** Names inputs of which nothing could be made. */
  static void tell(Console console, List<DataFinding> failed) {
    failed.forEach(finding -> console.complain(finding.where() + ": " + finding.words()));
    if (!failed.isEmpty()) {
      console.complain(
          "nothing could be made of %s; mend them, and the same command does what is missing"
              .formatted(pictures(failed.size())));
    }
  }
}
