package io.pix2pix.bench.speed.result;

import io.pix2pix.bench.speed.roofline.Roofline;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Machine;
import io.pix2pix.train.run.Software;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark came to, and where.
 *
 * @param name of its files
 * @param circumstances of all works
 * @param works a result of each, in the order in which they were measured
 * @param roofline how near each layer comes to what the machine can do, if it was measured
 */
public record BenchmarkResult(
    String name, Circumstances circumstances, List<WorkResult> works, Optional<Roofline> roofline) {

  /** Copies the results. */
  public BenchmarkResult {
    works = List.copyOf(works);
  }

  /**
   * Where, when and how it was measured.
   *
   * @param measured when it began, to the second
   * @param quick whether rounds were too short for results that are kept
   * @param rounds of each work
   * @param opponent its versions, if there is one
   * @param machine that it ran on
   * @param software of ours
   * @param arithmetic of ours
   * @param commit of the folder in which it was started, if that is a git repository
   */
  public record Circumstances(
      Instant measured,
      boolean quick,
      int rounds,
      Optional<String> opponent,
      Machine machine,
      Software software,
      Arithmetic arithmetic,
      Optional<Commit> commit) {

    /** Those of this process. */
    public static Circumstances here(
        Instant measured, boolean quick, int rounds, Optional<String> opponent) {
      return new Circumstances(
          measured.truncatedTo(ChronoUnit.SECONDS),
          quick,
          rounds,
          opponent,
          Machine.current(),
          Software.current(),
          Arithmetic.current(),
          Commit.of(Path.of("")));
    }
  }
}
