package io.pix2pix.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.pix2pix.api.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Whatever way a name from outside takes to the terminal, it commands nothing there. */
class VisibleOutputTest {
  private static final String RED = "\u001b[31mred";
  private static final String SHOWN = "\\u001b[31mred";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);

  @Test
  void showsControlCharactersOfResultsAndProblemsAsEscapes() {
    console.say(RED);
    console.tell(RED);
    console.complain(RED);
    new StatusLine(console).showNow(RED);

    assertThat(out.toString()).isEqualToNormalizingNewlines(SHOWN + "\n" + SHOWN + "\n");
    assertThat(err.toString()).isEqualToNormalizingNewlines(SHOWN + "\npix2pix: " + SHOWN + "\n");
  }

  @Test
  void showsThoseOfFailuresAndTheirTracesAsEscapes() {
    Failures.explain(new InvalidInputException(RED), console.err());
    Failures.explain(new IllegalStateException(RED), console.err());

    assertThat(err.toString())
        .doesNotContain("\u001b")
        .startsWith("pix2pix: " + SHOWN)
        .contains("java.lang.IllegalStateException: " + SHOWN, "\tat ");
  }

  @Test
  void showsThoseOfMistypedOptionsAsEscapes() {
    var commandLine = new CommandLine(new Nothing()).setErr(console.err());

    Failures.explain(new ParameterException(commandLine, "Unknown option: " + RED + "\nx"));

    assertThat(err.toString()).startsWith("pix2pix: Unknown option: " + SHOWN + " x; ");
  }

  @Test
  void showsThoseOfLogsAsEscapes() throws Exception {
    var written = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      var context = context();
      context.getLogger("io.pix2pix.Any").warn("{}\n: is damaged", RED, new Exception(RED));
      context.stop();
    } finally {
      System.setErr(before);
    }

    assertThat(written.toString(StandardCharsets.UTF_8))
        .doesNotContain("\u001b")
        .startsWith("pix2pix: " + SHOWN + "\\u000a: is damaged")
        .contains("java.lang.Exception: " + SHOWN, "\tat ");
  }

  private static LoggerContext context() throws Exception {
    var context = new LoggerContext();
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(VisibleOutputTest.class.getResource("/logback.xml")));
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.start();
    return context;
  }

  @Command(name = "nothing")
  private static final class Nothing {}
}
