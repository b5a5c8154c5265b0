package io.pix2pix.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that a test ran to its end. What it prints as its result and what it complains about
 * are kept apart: many programs warn on their standard error and are right all the same.
 *
 * @param exitCode 0 for success
 * @param output what it printed on its standard output, in UTF-8
 * @param errors what it printed on its standard error, in UTF-8
 */
public record FinishedProgram(int exitCode, String output, String errors) {

  /**
   * Runs a program.
   *
   * @param folder in which it runs
   * @throws IOException if it cannot be started
   */
  public static FinishedProgram run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    // A file takes any amount: with two pipes, a program can wait for the one that nobody reads.
    var errors = Files.createTempFile("program", ".err");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new FinishedProgram(
          process.waitFor(),
          output,
          new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
    } finally {
      Files.delete(errors);
    }
  }

  /**
   * What a program printed on its standard output.
   *
   * @throws AssertionError if it failed; the message shows all that it printed
   */
  public String outputOfSuccess() {
    assertThat(exitCode).as("exit code; it printed:%n%s%n%s", output, errors).isZero();
    return output;
  }
}
