package io.pix2pix.spark.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one process of an executor that has the model of a job in memory and translates files. It is
 * started for the first batch, and again where it was lost.
 *
 * <p>Safe for use by several threads: they take turns.
 */
final class TranslatorProcess {
  private static final TranslatorProcess OF_THIS_EXECUTOR = new TranslatorProcess();
  private static final String MAIN = "io.pix2pix.cli.Main";
  private static final String COMMAND = "translate-files";
  private static final String FAILED = "failed";
  private static final String END = "end";
  private static final int POLL_MILLIS = 200;

  private Optional<Running> running = Optional.empty();

  private TranslatorProcess() {}

  /**
   * @param application that it works for
   * @param process that does it
   */
  private record Running(String application, WorkerProcess process, Path log) {}

  static TranslatorProcess ofThisExecutor() {
    return OF_THIS_EXECUTOR;
  }

  /**
   * A file to be translated.
   *
   * @param input on this machine
   * @param output on this machine
   */
  record FilePair(Path input, Path output) {}

  /**
   * Translates files.
   *
   * @return why some were not, by their number
   * @throws IOException if the process was lost; nothing is known of any file then
   */
  synchronized Map<Integer, String> translate(BatchWork work, WorkerFiles files, List<FilePair> all)
      throws IOException, InterruptedException {
    var current = running(work, files);
    try {
      return answers(current, all);
    } catch (IOException | InterruptedException e) {
      current.process().close();
      running = Optional.empty();
      throw e;
    }
  }

  private static Map<Integer, String> answers(Running current, List<FilePair> all)
      throws IOException, InterruptedException {
    var process = current.process();
    for (var one : all) {
      process.say(one.input() + "\t" + one.output());
    }
    process.say("");
    var failed = new HashMap<Integer, String>();
    while (!process.isOver()) {
      var line = process.line(POLL_MILLIS).orElse("");
      if (line.equals(END)) {
        return failed;
      } else if (line.startsWith(FAILED + "\t")) {
        var words = line.split("\t", 3);
        failed.put(Integer.parseInt(words[1]), words[2]);
      }
    }
    throw new IOException(
        "the process that translates ended with exit code %d: %s"
            .formatted(process.code(), lastLine(current.log())));
  }

  private Running running(BatchWork work, WorkerFiles files) throws IOException {
    var fitting =
        running
            .filter(one -> one.application().equals(work.application()))
            .filter(one -> one.process().isAlive());
    if (fitting.isEmpty()) {
      running.ifPresent(one -> one.process().close());
      fitting = Optional.of(start(work, files));
      running = fitting;
    }
    return fitting.get();
  }

  private static Running start(BatchWork work, WorkerFiles files) throws IOException {
    var arguments = new ArrayList<String>(List.of(COMMAND, files.installed(work.run()).toString()));
    arguments.addAll(work.options());
    var folder = files.scratch();
    var log = folder.resolve("log");
    var process = work.launch().process(files, MAIN, arguments).directory(folder.toFile());
    return new Running(work.application(), new WorkerProcess(process, log), log);
  }

  private static String lastLine(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
  }
}
