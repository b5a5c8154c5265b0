package io.pix2pix.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads again what fuzzing began with and what it found. */
class FuzzReplayIT {
  private static final Path INPUTS =
      Path.of(
          System.getProperty("pix2pix.root"), "pix2pix-integration-tests/src/test/resources/fuzz");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int LARGEST = 64 << 10;

  @TempDir private Path folder;

  @AfterAll
  static void stopTheServer() {
    HttpTarget.stop();
  }

  static List<String> names() {
    return FuzzTargets.all().stream().map(FuzzTarget::name).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyInputIsReadOrRefused(String name) {
    var target = FuzzTargets.named(name);
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (var input : inputs(name)) {
            var bytes = Files.readAllBytes(input);
            replay(target, input, bytes);
            replay(target, input, Arrays.copyOf(bytes, bytes.length / 2));
          }
        });
  }

  private void replay(FuzzTarget target, Path input, byte[] bytes) {
    try {
      target.run(folder, bytes);
    } catch (Throwable e) {
      throw new AssertionError(
          "%s, %d bytes of %s".formatted(target.name(), bytes.length, input.getFileName()), e);
    }
  }

  @Test
  void everyFolderOfInputsHasATargetAndIsSmall() throws IOException {
    try (var folders = Files.list(INPUTS)) {
      assertThat(folders.map(its -> its.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names());
    }
    for (var name : names()) {
      long size = 0;
      for (var input : inputs(name)) {
        size += Files.size(input);
      }
      assertThat(size).as(name).isBetween(1L, (long) LARGEST);
    }
  }

  private static ImmutableList<Path> inputs(String name) throws IOException {
    try (var files = Files.list(INPUTS.resolve(name))) {
      return files.sorted().collect(ImmutableList.toImmutableList());
    }
  }
}
