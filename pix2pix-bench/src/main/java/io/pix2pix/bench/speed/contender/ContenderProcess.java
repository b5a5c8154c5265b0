package io.pix2pix.bench.speed.contender;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.job.JobAnswer;
import io.pix2pix.bench.speed.job.JobRequest;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A contender at work. It computes while it is asked, and waits for input in between. Answers are
 * read from its standard output alone; what it says on its standard error is shown where it fails.
 * Used by one thread at a time.
 */
public final class ContenderProcess implements AutoCloseable {
  private static final int LINES_SHOWN = 12;
  private static final int PATIENCE_SECONDS = 5;
  private static final double NANOS = 1e9;

  private final Contender contender;
  private final Process process;
  private final Path errors;
  private final BufferedReader answers;
  private final BufferedWriter requests;
  private final long started;

  private ContenderProcess(Contender contender, Process process, Path errors, long started) {
    this.contender = contender;
    this.process = process;
    this.errors = errors;
    this.started = started;
    answers = process.inputReader(UTF_8);
    requests = process.outputWriter(UTF_8);
  }

  static ContenderProcess start(Contender contender) {
    try {
      var errors = Files.createTempFile("pix2pix-bench", ".err");
      var program = new ProcessBuilder(contender.command()).redirectError(errors.toFile());
      long started = System.nanoTime();
      return new ContenderProcess(contender, program.start(), errors, started);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: cannot be started (%s)".formatted(contender.name(), e.getMessage()), e);
    }
  }

  /** Since it was started. */
  public double secondsSinceStart() {
    return (System.nanoTime() - started) / NANOS;
  }

  /**
   * Has a round done.
   *
   * @throws InvalidInputException if it cannot do that; the message has the end of what it said on
   *     its standard error
   */
  public JobAnswer ask(JobRequest request) {
    try {
      requests.write(request.json() + "\n");
      requests.flush();
      var answer = nextAnswer().orElseThrow(() -> failed("it ended"));
      answer
          .problem()
          .ifPresent(
              problem -> {
                throw failed(problem);
              });
      return answer;
    } catch (IOException e) {
      throw failed("it was lost (" + e.getMessage() + ")");
    }
  }

  /** Other lines on its standard output are none of our business. */
  private Optional<JobAnswer> nextAnswer() throws IOException {
    for (var line = answers.readLine(); line != null; line = answers.readLine()) {
      var answer = JobAnswer.parse(line);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private InvalidInputException failed(String how) {
    var said = lastErrors();
    return new InvalidInputException(
        "%s: failed: %s%s"
            .formatted(
                contender.name(),
                how,
                said.isEmpty() ? "" : "; it said: " + String.join(" | ", said)));
  }

  private List<String> lastErrors() {
    try {
      var lines = new String(Files.readAllBytes(errors), UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
    } catch (IOException e) {
      return List.of(e.toString());
    }
  }

  /** Ends the process: it does so by itself when its input ends. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(errors);
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
