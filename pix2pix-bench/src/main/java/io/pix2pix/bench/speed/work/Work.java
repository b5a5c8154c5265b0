package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/** Something that takes time or memory, which ours and the opponent both do. */
public interface Work {

  /** For example {@code step-256-batch-1}. */
  String name();

  /** What is measured, in a sentence. */
  String meaning();

  /** What it is measured in. */
  Unit unit();

  /**
   * What a contender is asked for.
   *
   * @param scratch a folder for files that it needs
   */
  JobSettings job(Path scratch);

  /** The ways in which the opponent can go about it; the best of them counts. */
  ImmutableList<Variant> variants();

  /**
   * Makes a contender ready; the caller closes what it gets.
   *
   * @param job that of this work, perhaps in another variant
   * @param effort how much a round is
   */
  Measured open(Contender contender, JobSettings job, Effort effort);

  /** A contender that is measured round by round. */
  interface Measured extends AutoCloseable {

    /**
     * A round.
     *
     * @return the median of its runs, in the unit of the work
     * @throws io.pix2pix.api.error.InvalidInputException if the contender cannot do it
     */
    double round();

    @Override
    void close();
  }
}
