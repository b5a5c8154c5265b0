package io.pix2pix.cli.console;

import io.pix2pix.api.error.VisibleText;
import io.pix2pix.api.progress.ProgressListener;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bars that show how long work goes: drawn again in a terminal, a line now and then elsewhere. */
public final class ProgressLine {
  private static final int TERMINAL_MILLIS = 250;
  private static final int LOG_MILLIS = 10_000;
  private static final int WIDTH = 140;

  private ProgressLine() {}

  /**
   * Starts a bar.
   *
   * @param task what is done
   * @param done how much of it was done before
   * @param all how much it is
   */
  public static ProgressBar start(Console console, String task, long done, long all) {
    return start(console, task, " images", done, all);
  }

  /** Tells a person of work that takes long. */
  public static ProgressListener work(Console console) {
    return (task, all) -> {
      var bar = start(console, task, "", 0, all);
      return new ProgressListener.Progress() {
        @Override
        public void reached(long done) {
          bar.stepTo(done);
        }

        @Override
        public void close() {
          bar.close();
        }
      };
    };
  }

  /**
   * Starts a bar.
   *
   * @param task what is done
   * @param unit of what is counted, for example {@code " images"}
   * @param done how much of it was done before
   * @param all how much it is
   */
  public static ProgressBar start(Console console, String task, String unit, long done, long all) {
    var builder =
        new ProgressBarBuilder()
            .setTaskName(VisibleText.line(task))
            .setUnit(unit, 1)
            .setInitialMax(all)
            .startsFrom(done, Duration.ZERO)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII);
    if (console.interactive()) {
      builder
          .setUpdateIntervalMillis(TERMINAL_MILLIS)
          .setConsumer(new ConsoleProgressBarConsumer(System.err));
    } else {
      builder
          .setUpdateIntervalMillis(LOG_MILLIS)
          .setConsumer(new DelegatingProgressBarConsumer(console::say, WIDTH));
    }
    return builder.build();
  }
}
