package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.cli.Pix2Pix.Answer;
import io.pix2pix.train.run.LossCurves;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Trainings of 20 steps on batches of 6 images of 32x32 pixels, by any number of workers.
 *
 * @param pix2pix runs the command
 */
record WorkerRuns(Pix2Pix pix2pix) {
  private static final String EXPERIMENT =
      """
      name: workers
      data: {name: synthetic-facades, size: 32, train: 12, val: 1, test: 2}
      generator: {name: unet, levels: 3, filters: 4}
      discriminator: {name: patch, receptiveField: 16, filters: 4}
      training:
        batchSize: 6
        epochs: 10
        checkpoints: {every: 5}
        samples: {every: 100}
      """;

  /** The arguments of a training. */
  List<String> arguments(String name, int workers, String... changes) {
    var arguments =
        new ArrayList<>(
            List.of(
                "train", experiment().toString(),
                "--runs", pix2pix.runs().toString(),
                "--name", name,
                "--workers", Integer.toString(workers)));
    for (var change : changes) {
      arguments.addAll(List.of("--set", change));
    }
    return arguments;
  }

  /** What {@code pix2pix train} answers. */
  Answer train(String name, int workers, String... changes) {
    return pix2pix.run(arguments(name, workers, changes).toArray(String[]::new));
  }

  /** A training that succeeds. */
  Trained trained(String name, int workers, String... changes) {
    var answer = train(name, workers, changes);
    assertThat(answer.code()).as(answer.err()).isZero();
    return Trained.read(folder(name));
  }

  Path folder(String name) {
    return pix2pix.runs().resolve(name);
  }

  /** Lines of a file; none where it is missing. */
  static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /** Looks again and again, some times in a second. */
  static void awaitUntil(BooleanSupplier condition) {
    var later = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
    while (!condition.getAsBoolean()) {
      CompletableFuture.runAsync(() -> {}, later).join();
    }
  }

  private Path experiment() {
    try {
      return Files.writeString(pix2pix.folder().resolve("workers.yaml"), EXPERIMENT);
    } catch (IOException e) {
      return fail(e);
    }
  }

  /**
   * What a training leaves.
   *
   * @param losses of all steps
   * @param weights of the last checkpoint, with running statistics and what the optimizer keeps
   */
  record Trained(ImmutableDoubleArray losses, ImmutableDoubleArray weights) {
    static Trained read(Path run) {
      return new Trained(
          losses(run), weights(run.resolve("checkpoints/step-00000020.safetensors")));
    }

    private static ImmutableDoubleArray losses(Path run) {
      var curves = LossCurves.read(run.resolve("losses.csv"));
      var values = ImmutableDoubleArray.builder();
      assertThat(curves.steps()).hasSize(20);
      curves.columns().forEach(column -> values.addAll(Doubles.asList(curves.column(column))));
      return values.build();
    }

    private static ImmutableDoubleArray weights(Path checkpoint) {
      try (var file = SafetensorsReader.open(checkpoint)) {
        var values = ImmutableDoubleArray.builder();
        for (var name : file.names()) {
          if (!name.startsWith("optimizer/updates") && !name.equals("pool/stored")) {
            values.addAll(Doubles.asList(Doubles.toArray(Floats.asList(file.floats(name)))));
          }
        }
        return values.build();
      }
    }

    /** The greatest difference of a loss, or of a weight. */
    double differenceFrom(Trained other) {
      return Math.max(difference(losses, other.losses), difference(weights, other.weights));
    }

    private static double difference(ImmutableDoubleArray a, ImmutableDoubleArray b) {
      assertThat(a.length()).isEqualTo(b.length());
      return IntStream.range(0, a.length())
          .mapToDouble(i -> Math.abs(a.get(i) - b.get(i)))
          .max()
          .orElse(0);
    }
  }
}
