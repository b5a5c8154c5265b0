package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.train.batch.BatchExecutor;
import io.pix2pix.train.batch.BatchRequest;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command translate where an executor does the work.
 *
 * @param console of the command
 * @param executor that does it
 */
record BatchTranslation(Console console, BatchExecutor executor) {
  private static final ImmutableSet<String> OWN =
      ImmutableSet.of("--executor", "--format", "--again", "--no-calibrate");

  /** What the command was given that decides results, as words of the command line. */
  static ImmutableList<String> options(CommandSpec spec) {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> !OWN.contains(option.longestName()))
        .flatMap(option -> words(option).stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<String> words(OptionSpec option) {
    return option.typeInfo().isBoolean()
        ? ImmutableList.of(option.longestName())
        : option.originalStringValues().stream()
            .map(value -> option.longestName() + "=" + value)
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Translates pictures.
   *
   * @return the exit code
   */
  int run(BatchRequest request) throws InterruptedException {
    try (var told = new Told(console)) {
      executor.run(request, told);
      return told.end(request.output());
    }
  }

  /** Tells the user how it goes. */
  private static final class Told implements BatchExecutor.Listener, AutoCloseable {
    private final Console console;
    private final FailedPictures failed = new FailedPictures();
    private @Nullable ProgressBar bar;
    private long done;
    private long of;
    private long all;

    Told(Console console) {
      this.console = console;
    }

    @Override
    public void onProgress(long nowDone, long nowOf, long nowAll) {
      var line = bar;
      if (line == null) {
        of = nowOf;
        all = nowAll;
        if (of < all) {
          console.say(
              "%d of %d pictures were there already; --again makes them anew"
                  .formatted(all - of, all));
        }
        line = ProgressLine.start(console, "translate", 0, of);
        bar = line;
      }
      line.stepBy(nowDone - done);
      done = nowDone;
    }

    @Override
    public void onFailed(String where, String reason) {
      failed.add(where, new InvalidInputException(reason));
    }

    int end(String output) {
      close();
      console.say("Wrote " + output);
      return failed.tell(console, (int) all);
    }

    @Override
    public void close() {
      var line = bar;
      if (line != null) {
        line.close();
        bar = null;
      }
    }
  }
}
