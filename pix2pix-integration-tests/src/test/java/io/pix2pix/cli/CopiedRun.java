package io.pix2pix.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each damage a copy of one run, and look at the warnings. */
abstract class CopiedRun {
  @TempDir static Path home;
  static Path whole;

  @TempDir Path folder;
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();
  Pix2Pix pix2pix;
  Path run;

  @BeforeAll
  static void train() {
    whole = new Pix2Pix(home).trained("run");
  }

  @BeforeEach
  void copyTheRun() throws IOException {
    pix2pix = new Pix2Pix(folder);
    run = pix2pix.runs().resolve("run");
    Files.createDirectories(run.getParent());
    try (var files = Files.walk(whole)) {
      for (var file : files.toList()) {
        Files.copy(file, run.resolve(whole.relativize(file).toString()));
      }
    }
    System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveStandardErrorBack() {
    System.setErr(standardError);
  }

  /** What was logged so far. */
  String warnings() {
    return warnings.toString(StandardCharsets.UTF_8);
  }

  Path checkpoint(int step) {
    return run.resolve(String.format("checkpoints/step-%08d.safetensors", step));
  }

  static void cut(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }
}
