package io.pix2pix.cli.console;

import com.google.common.base.Throwables;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.VisibleText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells users what went wrong. */
public final class Failures {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  private Failures() {}

  /**
   * A user's mistake is told in one line; anything else is ours, and comes with its trace.
   *
   * @return the exit code
   */
  public static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof InvalidInputException) {
      err.println(line(String.valueOf(failure.getMessage())));
    } else if (!(failure instanceof CancellationException)) {
      err.println("pix2pix: this should not have happened; please report it:");
      err.print(VisibleText.lines(Throwables.getStackTraceAsString(failure)));
    }
    err.flush();
    return ExitCode.SOFTWARE;
  }

  /**
   * What to do where Java's memory is full.
   *
   * @return the exit code
   */
  public static int explain(OutOfMemoryError failure, PrintWriter err) {
    long gigabytes = 1 + (Runtime.getRuntime().maxMemory() >> 30);
    err.println(
        line(
            "%s: all memory that Java may use is in use; take smaller images or batches, or give it more: PIX2PIX_JAVA_OPTIONS=-Xmx%dg"
                .formatted(failure.getMessage(), 2 * gigabytes)));
    err.flush();
    return ExitCode.SOFTWARE;
  }

  /**
   * Bad usage is told in one line too: the whole help would hide it.
   *
   * @return the exit code
   */
  public static int explain(ParameterException misuse) {
    var command = misuse.getCommandLine().getCommandSpec();
    var where = command.parent() == null ? "" : command.name() + ": ";
    var err = misuse.getCommandLine().getErr();
    err.println(
        line(
            String.format(
                "%s%s; %s`%s --help` shows what there is",
                where, misuse.getMessage(), meant(misuse), command.qualifiedName())));
    err.flush();
    return ExitCode.USAGE;
  }

  /** What is printed for a message: one line, and what it names is {@link VisibleText}. */
  static String line(String message) {
    return VisibleText.line(LINE_BREAK.matcher("pix2pix: " + message).replaceAll(" "));
  }

  private static String meant(ParameterException misuse) {
    var suggestions =
        misuse instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.<String>of();
    return suggestions.isEmpty() ? "" : "did you mean " + String.join(" or ", suggestions) + "? ";
  }
}
