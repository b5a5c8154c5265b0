package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ObjectArrays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The command line on an experiment of a second: 12 steps on fronts of 16x16 pixels.
 *
 * @param folder for experiment and runs
 */
record Pix2Pix(Path folder) {
  private static final String EXPERIMENT =
      """
      name: tiny
      data: {name: synthetic-facades, size: 16, train: 4, val: 1, test: 2}
      generator: {name: unet, levels: 2, filters: 4}
      discriminator: {name: patch, receptiveField: 16, filters: 4}
      training: {epochs: 3, checkpoints: {every: 5}, samples: {every: 100}}
      """;

  /** What {@code pix2pix} answers. */
  Answer run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        WatchedCommand.run(
            () -> Main.run(new PrintWriter(out), new PrintWriter(err), arguments), arguments);
    return new Answer(code, out.toString(), err.toString());
  }

  /** What {@code pix2pix} answers, warnings of the log included. */
  Answer runWithLog(String... arguments) {
    var terminal = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      var answer = run(arguments);
      return new Answer(
          answer.code(), answer.out(), answer.err() + log.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(terminal);
    }
  }

  /** What {@code pix2pix train} of the experiment answers. */
  Answer train(String name, String... more) {
    return run(
        ObjectArrays.concat(
            new String[] {
              "train", experiment().toString(), "--runs", runs().toString(), "--name", name
            },
            more,
            String.class));
  }

  /** A run of the experiment. */
  Path trained(String name, String... more) {
    var answer = train(name, more);
    assertThat(answer.code()).as(answer.err()).isZero();
    return runs().resolve(name);
  }

  Path experiment() {
    return write(folder.resolve("tiny.yaml"), EXPERIMENT);
  }

  Path runs() {
    return folder.resolve("runs");
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      return fail(e);
    }
  }

  /**
   * What a command did.
   *
   * @param code of exit
   * @param out what went to the standard output
   * @param err what went to the standard error
   */
  record Answer(int code, String out, String err) {

    /** Fails unless the command ended in one line that says why. */
    void refuses(int expectedCode, String... words) {
      assertThat(err).startsWith("pix2pix: ").hasLineCount(1).contains(words);
      assertThat(code).isEqualTo(expectedCode);
    }
  }
}
