package io.pix2pix.bench.speed;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.contender.Pytorch;
import io.pix2pix.bench.speed.work.Effort;
import io.pix2pix.bench.speed.work.Work;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be measured.
 *
 * @param works in this order
 * @param rounds of each, at least 1
 * @param effort how much a round is
 * @param ours starts a {@link io.pix2pix.bench.speed.job.JobProgram}
 * @param opponent whom ours takes turns with
 * @param scratch an empty folder for files that are needed meanwhile
 */
public record SpeedRequest(
    ImmutableList<Work> works,
    int rounds,
    Effort effort,
    Contender ours,
    Optional<Pytorch> opponent,
    Path scratch) {}
