package io.pix2pix.bench.speed.work;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobModel;
import io.pix2pix.bench.speed.job.JobSettings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All works, in the order in which they are measured. A further one is one line here. */
public final class Works {
  /** Stands for every work in a list of names. */
  public static final String ALL_NAMES = "all";

  private static final ImmutableList<Work> USUAL =
      ImmutableList.of(
          step(256, 64, 1, 2, 5),
          step(256, 64, 4, 1, 3),
          step(128, 64, 4, 2, 5),
          step(64, 32, 4, 3, 15),
          translation(256, 1, 3, 10),
          translation(256, 8, 1, 3),
          new FolderWork(),
          FreshProcessWork.start(),
          FreshProcessWork.memory(),
          new LoadingWork());

  /** They take long, or belong to one question: measured where they are asked for. */
  private static final ImmutableList<Work> FURTHER =
      ImmutableList.of(
          step(256, 64, 10, 1, 2),
          step(64, 32, 1, 5, 30),
          new FileStepsWork(),
          new WorkersWork(1),
          new WorkersWork(2),
          new LoadedWork(step(256, 64, 1, 2, 5)),
          step(256, 64, 1, 2, 5).by(JobModel.RESNET, "resnet", "with a generator of 9 blocks"),
          step(256, 64, 1, 2, 5).by(JobModel.BFLOAT16, "bfloat16", "in bfloat16"),
          translation(128, 1, 5, 20),
          translation(512, 1, 2, 5),
          translation(1024, 1, 1, 2),
          translation(256, 1, 3, 10).by(JobModel.RUNNING, "running", "running statistics"),
          translation(256, 8, 1, 3).by(JobModel.RUNNING, "running", "running statistics"));

  private static final ImmutableMap<String, Work> ALL =
      Stream.concat(USUAL.stream(), FURTHER.stream())
          .collect(toImmutableMap(Work::name, Function.identity()));

  private Works() {}

  /** The names of all works. */
  public static ImmutableList<String> names() {
    return ALL.keySet().asList();
  }

  /** The names of those that are measured where none is named. */
  public static ImmutableList<String> usual() {
    return names().subList(0, USUAL.size());
  }

  /**
   * Works by their names.
   *
   * @param names none for the usual ones, {@link #ALL_NAMES} for all
   * @throws InvalidInputException if there is no work of a name
   */
  public static ImmutableList<Work> of(List<String> names) {
    if (names.equals(List.of(ALL_NAMES))) {
      return ALL.values().asList();
    }
    return names.isEmpty()
        ? USUAL
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

  private static RepeatedWork step(int size, int filters, int batch, int warm, int runs) {
    return new RepeatedWork(
        "step-%d-batch-%d".formatted(size, batch),
        "A training step, %dx%d, batch %d, %d filters".formatted(size, size, batch, filters),
        JobSettings.of(JobKind.STEP, batch, size, filters),
        Variant.training(),
        warm,
        runs);
  }

  private static RepeatedWork translation(int size, int batch, int warm, int runs) {
    return new RepeatedWork(
        "inference-%d-batch-%d".formatted(size, batch),
        "Translation of %d, %dx%d, statistics of the images at hand, with noise"
            .formatted(batch, size, size),
        JobSettings.of(JobKind.FORWARD, batch, size, 64),
        Variant.translation(),
        warm,
        runs);
  }
}
