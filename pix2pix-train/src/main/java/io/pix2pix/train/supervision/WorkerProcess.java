package io.pix2pix.train.supervision;

import io.pix2pix.train.workers.Cluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * A worker in a process of its own. It ends when its standard input does, so that none is left
 * where the supervisor is killed. Safe for use by several threads.
 */
final class WorkerProcess {
  private static final int LINES_KEPT = 40;
  private static final String OURS = "pix2pix: ";
  private static final String UNHEARD = "the worker cannot be heard any more: ";

  private final int index;
  private final Process process;
  private final ArrayDeque<String> complaints = new ArrayDeque<>();
  private final List<Thread> readers;

  private WorkerProcess(int index, Process process, Optional<Voice> voice) {
    this.index = index;
    this.process = process;
    var said = process.inputReader(StandardCharsets.UTF_8);
    var complained = process.errorReader(StandardCharsets.UTF_8);
    readers =
        voice.isPresent()
            ? List.of(reader(said, voice.get().out()), reader(complained, voice.get().err()))
            : List.of(reader(said, Writer.nullWriter()), new Thread(() -> keep(complained)));
    readers.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  /**
   * Where what a worker prints is shown.
   *
   * @param out for results
   * @param err for what is wrong
   */
  record Voice(PrintWriter out, PrintWriter err) {}

  /**
   * Starts a worker.
   *
   * @param voice where it is heard; of a silent one, the last complaints are kept
   */
  static WorkerProcess start(List<String> command, Cluster cluster, Optional<Voice> voice)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectInput(Redirect.PIPE);
    builder.environment().put(Cluster.VARIABLE, cluster.json());
    return new WorkerProcess(cluster.index(), builder.start(), voice);
  }

  int index() {
    return index;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Of a process that has ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** Asks it to stop after its step. */
  void stop() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Waits until it has ended, and all that it printed was read. */
  void await() throws InterruptedException {
    process.waitFor();
    for (var reader : readers) {
      reader.join();
    }
  }

  /** What a silent worker complained about: the lines that are ours, else the last ones. */
  synchronized List<String> complaints() {
    var ours = complaints.stream().filter(line -> line.startsWith(OURS)).toList();
    return ours.isEmpty() ? List.copyOf(complaints) : ours;
  }

  private void keep(BufferedReader lines) {
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
      }
    } catch (IOException e) {
      keep(UNHEARD + e.getMessage());
    }
  }

  private synchronized void keep(String line) {
    complaints.add(line);
    if (complaints.size() > LINES_KEPT) {
      complaints.remove();
    }
  }

  /** Not line by line: a progress bar draws its line again and again. */
  private static Thread reader(Reader from, Writer to) {
    return new Thread(
        () -> {
          var buffer = new char[1 << 12];
          try {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
              to.write(buffer, 0, n);
              to.flush();
            }
          } catch (IOException e) {
            // The process was ended from here, and its last words do not count.
            assert e.getMessage() != null;
          }
        });
  }
}
