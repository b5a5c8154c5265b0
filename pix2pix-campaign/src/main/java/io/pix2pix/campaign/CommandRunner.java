package io.pix2pix.campaign;

import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.campaign.disk.HaltedProcess.HaltedError;
import io.pix2pix.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs commands in this process, as starting Java anew would take most of the time. */
final class CommandRunner {
  static final String HALTED = "halted";
  static final String STILL_RUNS = "still runs after ";

  private final Workplace workplace;
  private final Duration limit;

  /**
   * @param limit after which a command hangs
   */
  CommandRunner(Workplace workplace, Duration limit) {
    this.workplace = workplace;
    this.limit = limit;
  }

  /** What a command answers. */
  Answer run(Command command) {
    return run(command, limit);
  }

  /** What a command answers that has as much time as this. */
  Answer run(Command command, Duration time) {
    var terminal = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      return run(command.in(workplace), log, time);
    } finally {
      System.setErr(terminal);
    }
  }

  private Answer run(String[] arguments, ByteArrayOutputStream log, Duration time) {
    var out = new StringWriter();
    var err = new StringWriter();
    var result = new AtomicReference<@Nullable Answer>();
    var thread = new Thread(() -> result.set(answer(out, err, arguments)), "command");
    thread.setDaemon(true);
    thread.start();
    join(thread, time);
    var said = err + log.toString(StandardCharsets.UTF_8);
    return Optional.ofNullable(result.get())
        .map(answer -> new Answer(answer.code(), out.toString(), said, answer.broken()))
        .orElseGet(
            () -> Answer.broken(STILL_RUNS + time + ", in " + place(thread), out.toString(), said));
  }

  private static Answer answer(StringWriter out, StringWriter err, String[] arguments) {
    try {
      Sessions.use(SessionSettings.DEFAULT); // as in a process of its own: studies leave others
      int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
      return new Answer(code, "", "", Optional.empty());
    } catch (HaltedError e) {
      return Answer.broken(HALTED, "", "");
    } catch (RuntimeException | Error e) {
      return Answer.broken("threw " + e, "", "");
    }
  }

  private static void join(Thread thread, Duration time) {
    try {
      thread.join(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String place(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .map(StackTraceElement::toString)
        .filter(frame -> frame.contains("io.pix2pix"))
        .limit(2)
        .collect(Collectors.joining(" < "));
  }
}
