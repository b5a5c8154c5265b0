package io.pix2pix.spark.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pix2pix.spark.job.DriverLine;
import io.pix2pix.spark.job.DriverLine.Kind;
import io.pix2pix.spark.job.Refusal;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The talk of a driver with the process that started it: it is told what to do on its standard
 * input, and tells what happens on its standard output.
 *
 * <p>Safe for use by several threads.
 */
final class Answers {
  private final PrintStream out;
  private volatile boolean stop;
  private volatile boolean alone;

  private Answers(PrintStream out) {
    this.out = out;
  }

  /** A work of drivers. */
  interface Work<J> {
    void run(J job, Answers answers) throws Exception;
  }

  /** Does what the standard input says, and ends the process: 0, or 1 if it was refused. */
  static <J> void run(Class<J> type, Work<J> work) {
    var answers = new Answers(System.out);
    // What libraries print must not be taken for an answer.
    System.setOut(System.err);
    int code = 0;
    try {
      var in = new ObjectInputStream(System.in);
      var job = type.cast(in.readObject());
      answers.heed();
      work.run(job, answers);
    } catch (Refusal e) {
      answers.say(new DriverLine(Kind.REFUSED, String.valueOf(e.getMessage())));
      code = 1;
    } catch (Exception e) {
      e.printStackTrace();
      answers.say(new DriverLine(Kind.REFUSED, "the driver failed: " + Cluster.reason(e)));
      code = 1;
    }
    // What Spark leaves running must not keep this process.
    System.exit(code);
  }

  private void heed() {
    var thread = new Thread(this::awaitStop, "stop");
    thread.setDaemon(true);
    thread.start();
  }

  /** A byte asks to stop; the end of the input says that nobody listens any more. */
  private void awaitStop() {
    try {
      alone = System.in.read() < 0;
    } catch (IOException e) {
      alone = true;
    }
    stop = true;
  }

  /** Whether the work is to stop. */
  boolean isStopped() {
    return stop;
  }

  /** Whether it is to stop because nobody listens any more. */
  boolean isAlone() {
    return alone;
  }

  void ready() {
    say(new DriverLine(Kind.READY, ""));
  }

  void event(ObjectNode event) {
    event(event.toString());
  }

  void event(String json) {
    say(new DriverLine(Kind.EVENT, json));
  }

  private synchronized void say(DriverLine line) {
    var text = line.line().replaceAll("\\R", " ") + "\n";
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
