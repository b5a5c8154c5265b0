package io.pix2pix.bench.speed.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import io.pix2pix.bench.speed.measure.Noise;
import io.pix2pix.bench.speed.measure.RoundValues;
import io.pix2pix.bench.speed.result.BenchmarkResult.Circumstances;
import io.pix2pix.bench.speed.result.WorkResult.OpponentResult;
import io.pix2pix.bench.speed.work.Unit;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Machine;
import io.pix2pix.train.run.Software;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Results for tests. */
public final class Results {
  private Results() {}

  public static RoundValues rounds(double... values) {
    return new RoundValues(Arrays.stream(values).boxed().collect(toImmutableList()));
  }

  /** On a quiet machine, without an opponent. */
  public static WorkResult alone(String work, double... ours) {
    return new WorkResult(
        work, Unit.SECONDS, rounds(ours), Optional.empty(), new Noise(0.02), List.of());
  }

  /** The same beside an opponent, on a machine with some noise. */
  public static WorkResult against(WorkResult ours, double noise, double... theirs) {
    return new WorkResult(
        ours.work(),
        ours.unit(),
        ours.ours(),
        Optional.of(new OpponentResult("fused", rounds(theirs))),
        new Noise(noise),
        List.of());
  }

  public static BenchmarkResult benchmark(String name, String day, WorkResult... works) {
    var circumstances =
        new Circumstances(
            Instant.parse(day + "T10:20:30Z"),
            false,
            5,
            Optional.of("PyTorch 2.13.0"),
            new Machine("Linux 6.8", "amd64", 2, Optional.of("Model <1>")),
            new Software("0.1.0", "2.18.0", "17 (Vendor)"),
            new Arithmetic("Eigen", "TF_ENABLE_ONEDNN_OPTS=0"),
            Optional.of(new Commit("0123456789abcdef", false)));
    return new BenchmarkResult(name, circumstances, List.of(works), Optional.empty());
  }
}
