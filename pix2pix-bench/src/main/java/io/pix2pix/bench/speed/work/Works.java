package io.pix2pix.bench.speed.work;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobSettings;
import java.util.List;
import java.util.function.Function;

/** All works, in the order in which they are measured. A further one is one line here. */
public final class Works {
  private static final ImmutableMap<String, Work> ALL =
      ImmutableList.of(
              step(256, 64, 1, 2, 5),
              step(256, 64, 4, 1, 3),
              step(128, 64, 4, 2, 5),
              step(64, 32, 4, 3, 15),
              translation(1, 3, 10),
              translation(8, 1, 3),
              new FolderWork(),
              FreshProcessWork.start(),
              FreshProcessWork.memory(),
              new LoadingWork())
          .stream()
          .collect(toImmutableMap(Work::name, Function.identity()));

  private Works() {}

  /** The names of all works. */
  public static ImmutableList<String> names() {
    return ALL.keySet().asList();
  }

  /**
   * Works by their names.
   *
   * @param names none for all works
   * @throws InvalidInputException if there is no work of a name
   */
  public static ImmutableList<Work> of(List<String> names) {
    return names.isEmpty()
        ? ALL.values().asList()
        : names.stream().map(Works::named).collect(ImmutableList.toImmutableList());
  }

  /** What a work measures, in a sentence; empty for works that there are no more. */
  public static String meaning(String name) {
    var work = ALL.get(name);
    return work == null ? "" : work.meaning();
  }

  private static Work named(String name) {
    var work = ALL.get(name);
    if (work == null) {
      throw new InvalidInputException(
          "--works: unknown work \"%s\"; known: %s".formatted(name, String.join(", ", names())));
    }
    return work;
  }

  private static Work step(int size, int filters, int batch, int warm, int runs) {
    return new RepeatedWork(
        "step-%d-batch-%d".formatted(size, batch),
        "A training step, %dx%d, batch %d, %d filters".formatted(size, size, batch, filters),
        JobSettings.of(JobKind.STEP, batch, size, filters),
        Variant.training(),
        warm,
        runs);
  }

  private static Work translation(int batch, int warm, int runs) {
    return new RepeatedWork(
        "inference-256-batch-" + batch,
        "Translation of %d, 256x256, statistics of the images at hand, with noise".formatted(batch),
        JobSettings.of(JobKind.FORWARD, batch, 256, 64),
        Variant.translation(),
        warm,
        runs);
  }
}
