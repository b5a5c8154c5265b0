package io.pix2pix.bench.study;

import io.pix2pix.bench.study.CellListener.Outcome;
import io.pix2pix.train.run.AtomicFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cell in a process of its own. It prints how far it is on its standard output, and what is wrong
 * on its standard error; this reads both and keeps them in the cell's log. It stops with a
 * checkpoint when its standard input ends: when this process wants it to, and when this process is
 * no more.
 *
 * @param cell that runs
 * @param site of the study
 * @param listener is told how it goes
 */
record CellProcess(Cell cell, Site site, CellListener listener) {
  /** What a process exits with that stopped before the end of its cell. */
  static final int STOPPED = 3;

  private static final Pattern STEP = Pattern.compile("step (\\d+) of (\\d+)");
  private static final String COMPLAINT = "pix2pix: ";
  private static final int POLL_MILLIS = 100;
  private static final int FIRST_SIGNAL = 128;

  /** Runs the process to its end. */
  void run() throws IOException, InterruptedException {
    AtomicFiles.createFolder(site.folder().logs());
    var process = new ProcessBuilder(site.command(cell)).start();
    try (var log = Files.newBufferedWriter(site.folder().log(cell));
        var said = process.inputReader(StandardCharsets.UTF_8);
        var warned = process.errorReader(StandardCharsets.UTF_8)) {
      var complaint = follow(process, said, warned, log);
      tell(process.waitFor(), complaint);
    } finally {
      process.getOutputStream().close();
    }
  }

  /** Returns what the process complained about last. */
  private Optional<String> follow(
      Process process, BufferedReader said, BufferedReader warned, BufferedWriter log)
      throws IOException, InterruptedException {
    var complaint = Optional.<String>empty();
    while (process.isAlive() || said.ready() || warned.ready()) {
      if (listener.wantsStop()) {
        process.getOutputStream().close();
      }
      while (said.ready()) {
        hear(logged(said, log));
      }
      while (warned.ready()) {
        var line = logged(warned, log);
        complaint = line.startsWith(COMPLAINT) ? Optional.of(line) : complaint;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return complaint.map(line -> line.substring(COMPLAINT.length()));
  }

  private static String logged(BufferedReader said, BufferedWriter log) throws IOException {
    var line = said.readLine();
    log.write(line + "\n");
    log.flush();
    return line;
  }

  private void hear(String line) {
    var match = STEP.matcher(line);
    if (match.matches()) {
      listener.stepped(cell, Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
    }
  }

  private void tell(int code, Optional<String> complaint) {
    if (code == 0) {
      listener.ended(cell, Outcome.DONE, Optional.empty());
    } else if (code == STOPPED || (code > FIRST_SIGNAL && listener.wantsStop())) {
      listener.ended(cell, Outcome.STOPPED, Optional.empty());
    } else {
      var reason = complaint.orElse("its process ended with exit code " + code);
      listener.ended(cell, Outcome.FAILED, Optional.of(reason));
    }
  }
}
