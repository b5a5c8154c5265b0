package io.pix2pix.bench.study.execution;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.run.AtomicFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs a cell task by a command, in a process of its own here or elsewhere, and tells what the
 * process prints on its standard output: {@link CellEvent}s, a line each. What it complains about
 * on its standard error is the reason where it fails without one; a process that ends without a
 * word was lost. Closes the standard input of the process when the listener wants to stop, and when
 * this process is no more.
 *
 * @param command that runs the task
 * @param log gets all that the process prints
 */
public record CellProcess(List<String> command, Path log) {
  private static final String COMPLAINT = "pix2pix: ";
  private static final int POLL_MILLIS = 100;
  private static final int FIRST_SIGNAL = 128;

  /** Copies the command. */
  public CellProcess {
    command = List.copyOf(command);
  }

  /**
   * Runs the process to its end. The listener is told of the start and of the end, whatever
   * happens; a process that is lost is a cell that failed, and may go well another time.
   *
   * @throws InterruptedException if the thread is interrupted while it waits; the process is then
   *     asked to stop
   */
  public void run(CellTask task, CellEvent.Listener listener) throws InterruptedException {
    listener.onEvent(CellEvent.started(task.cell()));
    CellEvent end;
    try {
      end = follow(task, listener);
    } catch (IOException e) {
      end = CellEvent.lost(task.cell(), "its process was lost: " + e);
    }
    listener.onEvent(end);
  }

  private CellEvent follow(CellTask task, CellEvent.Listener listener)
      throws IOException, InterruptedException {
    AtomicFiles.createFolder(log.toAbsolutePath().resolveSibling(""));
    var process = new ProcessBuilder(command).start();
    try (var written = Files.newBufferedWriter(log);
        var said = process.inputReader(StandardCharsets.UTF_8);
        var warned = process.errorReader(StandardCharsets.UTF_8)) {
      var output = new Output(task, listener, written);
      while (process.isAlive() || said.ready() || warned.ready()) {
        if (listener.wantsStop()) {
          process.getOutputStream().close();
        }
        while (said.ready()) {
          output.hear(said.readLine());
        }
        while (warned.ready()) {
          output.heed(warned.readLine());
        }
        Thread.sleep(POLL_MILLIS);
      }
      return output.end(process.waitFor());
    } finally {
      process.getOutputStream().close();
    }
  }

  /** What the process has printed so far. */
  private static final class Output {
    private final CellTask task;
    private final CellEvent.Listener listener;
    private final BufferedWriter log;
    private Optional<CellEvent> end = Optional.empty();
    private Optional<String> complaint = Optional.empty();

    Output(CellTask task, CellEvent.Listener listener, BufferedWriter log) {
      this.task = task;
      this.listener = listener;
      this.log = log;
    }

    /** A line of the standard output. */
    void hear(String line) throws IOException {
      write(line);
      CellEvent.parse(line).filter(event -> event.cell().equals(task.cell())).ifPresent(this::tell);
    }

    /** A line of the standard error. */
    void heed(String line) throws IOException {
      write(line);
      if (line.startsWith(COMPLAINT)) {
        complaint = Optional.of(line.substring(COMPLAINT.length()));
      }
    }

    private void write(String line) throws IOException {
      log.write(line + "\n");
      log.flush();
    }

    private void tell(CellEvent event) {
      if (event.kind().isEnd()) {
        end = Optional.of(event);
      } else if (event.kind() == CellEvent.Kind.STEP) {
        listener.onEvent(event);
      }
    }

    CellEvent end(int code) {
      return end.orElseGet(
          () ->
              code > FIRST_SIGNAL && listener.wantsStop()
                  ? CellEvent.stopped(task.cell())
                  : complaint
                      .map(why -> CellEvent.failed(task.cell(), why))
                      .orElseGet(() -> CellEvent.lost(task.cell(), lost(code))));
    }

    private String lost(int code) {
      return code > FIRST_SIGNAL
          ? "its process was ended by signal %d (exit code %d)".formatted(code - FIRST_SIGNAL, code)
          : "its process ended with exit code " + code;
    }
  }

  /**
   * The program that runs cell tasks, to be started in another process.
   *
   * @param start the command up to the file with the task
   */
  public record Program(ImmutableList<String> start) {
    private static final String CALIBRATE = "pix2pix.calibrate";

    /** An option of the program, after the file with the task. */
    public static final String STOP_AT_END_OF_INPUT = "--stop-at-end-of-input";

    /**
     * A program that runs on this Java, with the options and the class path of this process.
     *
     * @param main its main class, and arguments that come before the file with the task
     */
    public static Program current(String... main) {
      var java = ImmutableList.<String>builder();
      java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
          .forEach(java::add);
      // Set by an option of a command, it is not among the options of this Java.
      var calibrate = System.getProperty(CALIBRATE);
      if (calibrate != null) {
        java.add("-D" + CALIBRATE + "=" + calibrate);
      }
      java.add("-cp", System.getProperty("java.class.path"));
      return new Program(java.add(main).build());
    }

    /** The command that starts it with arguments. */
    ImmutableList<String> command(List<String> arguments) {
      return ImmutableList.<String>builder().addAll(start).addAll(arguments).build();
    }
  }
}
