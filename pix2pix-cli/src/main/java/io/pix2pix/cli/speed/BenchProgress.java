package io.pix2pix.cli.speed;

import io.pix2pix.bench.speed.SpeedListener;
import io.pix2pix.bench.speed.report.ResultWords;
import io.pix2pix.bench.speed.result.ResultJson;
import io.pix2pix.bench.speed.result.WorkResult;
import io.pix2pix.bench.speed.work.Work;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.StatusLine;

/** Says how a benchmark goes, and each result as soon as it is there. */
abstract sealed class BenchProgress implements SpeedListener {
  /** How results are printed. */
  enum Format {
    /** A table for people. */
    TEXT {
      @Override
      BenchProgress progress(Console console, boolean quick) {
        return new Table(console);
      }
    },
    /** A line of JSON for each work. */
    JSON {
      @Override
      BenchProgress progress(Console console, boolean quick) {
        return new Lines(console, quick);
      }
    };

    abstract BenchProgress progress(Console console, boolean quick);
  }

  @Override
  public void onWork(Work work) {
    onPhase(work, work.meaning());
  }

  /** Says something beside the results. */
  abstract void say(String line);

  /** Says what comes before the first result. */
  abstract void begin();

  private static final class Table extends BenchProgress {
    private static final String ROW = "%-22s %-20s %-20s %-8s %s";

    private final boolean interactive;
    private final StatusLine status;

    Table(Console console) {
      interactive = console.interactive();
      status = new StatusLine(console);
    }

    @Override
    void say(String line) {
      status.say(line);
    }

    @Override
    void begin() {
      say("");
      say(ROW.formatted("work", "ours", "theirs", "ratio", "their way").stripTrailing());
    }

    @Override
    public void onPhase(Work work, String phase) {
      var line = work.name() + ": " + phase;
      if (interactive) {
        status.showNow(line);
      } else {
        status.show(() -> line);
      }
    }

    @Override
    public void onResult(Work work, WorkResult result) {
      var words = ResultWords.of(result);
      say(
          ROW.formatted(words.work(), words.ours(), words.theirs(), words.ratio(), words.variant())
              .stripTrailing());
      result.notes().forEach(note -> say("  " + note));
      result.refusal().ifPresent(why -> say("  " + why));
    }
  }

  private static final class Lines extends BenchProgress {
    private final Console console;
    private final boolean quick;

    Lines(Console console, boolean quick) {
      this.console = console;
      this.quick = quick;
    }

    @Override
    void say(String line) {
      console.tell(line);
    }

    @Override
    void begin() {
      // Lines have no head.
    }

    @Override
    public void onPhase(Work work, String phase) {
      say(work.name() + ": " + phase);
    }

    @Override
    public void onResult(Work work, WorkResult result) {
      console.say(ResultJson.line(result, quick));
    }
  }
}
