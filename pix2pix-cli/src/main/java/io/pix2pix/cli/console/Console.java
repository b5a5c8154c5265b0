package io.pix2pix.cli.console;

import io.pix2pix.api.error.VisibleText;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command talks to the user.
 *
 * @param out for results
 * @param err for what is wrong
 * @param interactive whether a person watches, so that a line can be drawn again
 */
public record Console(PrintWriter out, PrintWriter err, boolean interactive) {

  /** The console of a command. */
  public static Console of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("the command was not started from a command line");
    }
    var commandLine = spec.commandLine();
    return new Console(
        commandLine.getOut(), commandLine.getErr(), Boolean.getBoolean("pix2pix.interactive"));
  }

  /** Prints a line on the standard output. What it names is shown as {@link VisibleText}. */
  public void say(String line) {
    out.println(VisibleText.lines(line));
    out.flush();
  }

  /** Prints on the standard error how far work has got. */
  public void tell(String line) {
    err.println(VisibleText.lines(line));
    err.flush();
  }

  /** Prints on the standard error what is wrong, in one line. */
  public void complain(String problem) {
    err.println(Failures.line(problem));
    err.flush();
  }
}
