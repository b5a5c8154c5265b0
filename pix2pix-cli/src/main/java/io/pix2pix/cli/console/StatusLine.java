package io.pix2pix.cli.console;

import io.pix2pix.api.error.VisibleText;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What is true now: the last line of a terminal, drawn again and again; elsewhere a line at times.
 */
public final class StatusLine {
  private static final Duration OFTEN = Duration.ofMillis(500);
  private static final Duration SELDOM = Duration.ofSeconds(30);
  private static final String ERASE = "\r\u001b[K";

  private final Console console;
  private long shown = System.nanoTime();

  /** A line on a console. */
  public StatusLine(Console console) {
    this.console = console;
  }

  /** Says something that stays. */
  public void say(String line) {
    erase();
    console.say(line);
  }

  /** Shows what is true now, unless something was shown a moment ago. */
  public void show(Supplier<String> line) {
    long wait = (console.interactive() ? OFTEN : SELDOM).toNanos();
    if (System.nanoTime() - shown > wait) {
      showNow(line.get());
    }
  }

  /** Shows what is true now in any case. */
  public void showNow(String line) {
    shown = System.nanoTime();
    if (console.interactive()) {
      console.err().print(ERASE + VisibleText.line(line));
      console.err().flush();
    } else {
      console.say(line);
    }
  }

  /** Leaves the terminal as it was. */
  void erase() {
    if (console.interactive()) {
      console.err().print(ERASE);
      console.err().flush();
    }
  }
}
